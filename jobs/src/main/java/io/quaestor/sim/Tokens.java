package io.quaestor.sim;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Token counts by the o200k estimate; long texts that come again are counted once. */
final class Tokens {
  private static final int REMEMBERED = 512;
  private static final int WORTH_REMEMBERING = 400;

  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  private final Map<String, Integer> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  int count(List<String> parts) {
    return parts.stream().mapToInt(this::count).sum();
  }

  int count(String text) {
    if (text.length() < WORTH_REMEMBERING) {
      return ENCODING.countTokensOrdinary(text);
    }
    Integer count;
    synchronized (known) {
      count = known.get(text);
    }
    if (count == null) {
      count = ENCODING.countTokensOrdinary(text);
      synchronized (known) {
        known.put(text, count);
      }
    }
    return count;
  }

  /** The first tokens of a text. */
  String cut(String text, int tokens) {
    IntArrayList all = ENCODING.encodeOrdinary(text);
    IntArrayList first = new IntArrayList(tokens);
    for (int i = 0; i < Math.min(tokens, all.size()); i++) {
      first.add(all.get(i));
    }
    return ENCODING.decode(first);
  }
}
