package io.quaestor.udfs.agreement.raters;

/**
 * What a rater may say: a number or a name. Numbers come in their order, names after them in
 * alphabetical order.
 *
 * @param number null for a name
 * @param name null for a number
 */
public record Category(Double number, String name) implements Comparable<Category> {
  private static final Category FALSE = of("false");
  private static final Category TRUE = of("true");

  /**
   * One of the two.
   *
   * @throws IllegalArgumentException when both or neither are given
   */
  public Category {
    if ((number == null) == (name == null)) {
      throw new IllegalArgumentException(
          "A category is a number or a name, not number=%s name=%s".formatted(number, name));
    }
  }

  /** A number; 0 and -0 are the same. */
  public static Category of(double number) {
    return new Category(number + 0.0, null);
  }

  /** A name. */
  public static Category of(String name) {
    return new Category(null, name);
  }

  /** {@code false} or {@code true}, in this order. */
  public static Category of(boolean verdict) {
    return verdict ? TRUE : FALSE;
  }

  @Override
  public int hashCode() {
    return number == null ? name.hashCode() : number.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Category category
            && (number == null ? name.equals(category.name) : number.equals(category.number));
  }

  @Override
  public int compareTo(Category other) {
    if (number != null && other.number != null) {
      return number.compareTo(other.number);
    }
    return number != null || other.number != null
        ? (number == null ? 1 : -1)
        : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return number == null ? name : number.toString();
  }
}
