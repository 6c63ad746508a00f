package io.quaestor.corpus;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Estimated tokens of a text (o200k); long texts are counted in slices, in linear time. */
final class TokenCount {
  private static final int SLICE_CHARACTERS = 4_000;
  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  private TokenCount() {}

  static int of(String text) {
    int tokens = 0;
    for (int from = 0; from < text.length(); ) {
      int to = Sentences.cutBefore(text, from, from + SLICE_CHARACTERS);
      tokens += ENCODING.countTokensOrdinary(text.substring(from, to));
      from = to;
    }
    return tokens;
  }
}
