package io.quaestor.generate.variants;

import io.quaestor.conf.VariantsConf;

/** What a number of variants is good for. */
public final class CountAdvice {
  private CountAdvice() {}

  /** One line; beyond {@code warn_above} it is a warning. */
  public static String of(int count, VariantsConf conf) {
    if (count > conf.warnAbove()) {
      return "Warning: %d variants are much to review, and more than %d tend to differ in quality"
              .formatted(count, conf.warnAbove())
          + " and to repeat one another";
    }
    if (count >= conf.exploreFrom()) {
      return "%d variants: to explore; expect to keep a few".formatted(count);
    }
    return count == 1
        ? "1 variant: best for one that is to be used as it is"
        : "%d variants: the usual number, enough to choose from".formatted(count);
  }
}
