package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Seeds;
import java.util.List;

/** Seeded choices about one question: the same for the same seed and content, wherever made. */
record Chance(long seed, String about) {

  /** One of a list that is not empty. */
  <T> T pick(List<T> from, String what) {
    return from.get((int) Long.remainderUnsigned(Seeds.of(seed, about, what), from.size()));
  }
}
