package io.quaestor.llm;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.quaestor.conf.ModelConf;

/**
 * Tokens without asking anybody: o200k times the model's factor. Within some 20% on prose, worse on
 * ids and rare scripts.
 */
public final class TokenEstimate {
  /** Roles and separators around the texts of one request. */
  private static final int FRAME_TOKENS = 12;

  private TokenEstimate() {}

  /** Tokens of a text in the base encoding, without any model's factor. */
  public static long base(String text) {
    return Base.O200K.countTokensOrdinary(text);
  }

  /** Tokens of a text for a model, rounded up. */
  public static long of(String text, ModelConf model) {
    return (long) Math.ceil(base(text) * model.tokenizerFactor());
  }

  /**
   * Input tokens of a whole ask.
   *
   * @param schema text of its schema, null for none
   */
  public static long of(Ask ask, String schema, ModelConf model) {
    long tokens = base(ask.system()) + base(ask.prefix()) + base(ask.user()) + FRAME_TOKENS;
    tokens += schema == null ? 0 : base(schema);
    return (long) Math.ceil(tokens * model.tokenizerFactor());
  }

  /** Loading the vocabulary takes a moment, so it waits for the first use. */
  private static final class Base {
    private static final Encoding O200K =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
