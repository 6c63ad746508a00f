package io.quaestor.corpus;

import io.quaestor.udfs.text.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives units their names. */
final class UnitIds {
  private static final int HASH_DIGITS = 8;

  private UnitIds() {}

  /**
   * Names for all keys: those that have one keep it, the others get the slug of their folder or
   * file, numbered when another unit has it.
   *
   * @param keys see {@link SourceFile#unitKey()}
   * @param named keys that have names
   */
  static Map<String, String> name(Collection<String> keys, Map<String, String> named) {
    Map<String, String> names = new HashMap<>(named);
    Set<String> taken = new HashSet<>(named.values());
    keys.stream()
        .distinct()
        .sorted()
        .forEach(key -> names.computeIfAbsent(key, k -> free(k, taken)));
    return names;
  }

  private static String free(String key, Set<String> taken) {
    String slug = Slugs.of(SourceFile.stem(key));
    if (slug.isEmpty()) {
      slug = "unit-" + Sha256.of(key).substring(0, HASH_DIGITS);
    }
    String name = slug;
    for (int number = 2; !taken.add(name); number++) {
      name = slug + "-" + number;
    }
    return name;
  }
}
