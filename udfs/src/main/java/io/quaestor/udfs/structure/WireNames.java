package io.quaestor.udfs.structure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the names of enumerations as models and people write them. */
final class WireNames {
  private static final int LONGEST = 40;
  private static final Pattern SEPARATORS = Pattern.compile("[-\\s]+");

  private WireNames() {}

  static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> wire, String name) {
    if (name == null || name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = SEPARATORS.matcher(name.strip()).replaceAll("_");
    return Arrays.stream(values)
        .filter(value -> wire.apply(value).equalsIgnoreCase(wanted))
        .findFirst();
  }
}
