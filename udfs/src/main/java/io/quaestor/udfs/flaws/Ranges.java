package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that are ranges of numbers: {@code 10-20 °C}, {@code entre 5 et 9}, {@code over 30}. */
final class Ranges {
  /** A range with its unit is not longer. */
  private static final int LONGEST = 80;

  private static final String NUMBER = "(-?\\d{1,9}(?:[.,]\\d{1,6})?)";
  private static final String UNIT = " ?(\\D{0,20})";
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:between |from |entre |de )?"
              + NUMBER
              + "(?: ?%)?(?: ?- ?| to | and | à | et )"
              + NUMBER
              + UNIT);
  private static final Pattern ABOVE =
      Pattern.compile(
          "(?:>|≥|over |above |more than |at least |plus de |au moins |au-dessus de ) ?"
              + NUMBER
              + UNIT);
  private static final Pattern BELOW =
      Pattern.compile(
          "(?:<|≤|under |below |less than |fewer than |at most |moins de |au plus |au-dessous de ) ?"
              + NUMBER
              + UNIT);

  private Ranges() {}

  private record Range(double low, double high, String unit) {

    /** Sharing an end is not overlapping: 10-20 and 20-30 are meant to follow each other. */
    boolean overlaps(Range that) {
      return unit.equals(that.unit) && low < that.high && that.low < high;
    }

    /** Periods are answers as they stand (1914-1918), not classes to put an answer in. */
    boolean isPeriod() {
      return low >= 1_000 && high < 2_100 && unit.isEmpty();
    }
  }

  static boolean overlap(List<Text> options) {
    List<Range> ranges =
        options.stream()
            .map(Text::folded)
            .filter(text -> text.length() <= LONGEST && text.chars().anyMatch(Character::isDigit))
            .map(Ranges::parse)
            .flatMap(Optional::stream)
            .filter(range -> !range.isPeriod())
            .toList();
    for (int i = 0; i < ranges.size(); i++) {
      for (int j = i + 1; j < ranges.size(); j++) {
        if (ranges.get(i).overlaps(ranges.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Range> parse(String text) {
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      Range range = new Range(number(between, 1), number(between, 2), unit(between, 3));
      return range.low() < range.high() ? Optional.of(range) : Optional.empty();
    }
    Matcher above = ABOVE.matcher(text);
    if (above.matches()) {
      return Optional.of(new Range(number(above, 1), Double.POSITIVE_INFINITY, unit(above, 2)));
    }
    Matcher below = BELOW.matcher(text);
    return below.matches()
        ? Optional.of(new Range(Double.NEGATIVE_INFINITY, number(below, 1), unit(below, 2)))
        : Optional.empty();
  }

  private static double number(Matcher match, int group) {
    return Double.parseDouble(match.group(group).replace(',', '.'));
  }

  private static String unit(Matcher match, int group) {
    return match.group(group).replaceAll("[.\\s]+$", "");
  }
}
