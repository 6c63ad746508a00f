package io.quaestor.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text, strictly: a byte that its encoding does not know makes the file unreadable. */
final class Decoder {
  static final String WRONG_ENCODING = "wrong_encoding";

  private Decoder() {}

  /**
   * Decodes by byte order mark, else as declared, else as UTF-8.
   *
   * @param declared encoding the file declares inside, null when it declares none
   * @throws Unreadable {@code wrong_encoding}, {@code empty}
   */
  static String decode(byte[] bytes, Charset declared) throws Unreadable {
    int[] mark = new int[1];
    Charset charset = marked(bytes, mark);
    if (charset == null) {
      charset = declared == null ? StandardCharsets.UTF_8 : declared;
    }
    String text = strictly(bytes, mark[0], charset);
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(WRONG_ENCODING, "zero bytes in it: not text in " + charset);
    }
    if (text.isBlank()) {
      throw new Unreadable("empty", "no text in %d bytes".formatted(bytes.length));
    }
    return text;
  }

  private static Charset marked(byte[] bytes, int[] length) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      length[0] = 3;
      return StandardCharsets.UTF_8;
    }
    boolean little = startsWith(bytes, 0xFF, 0xFE);
    if (little || startsWith(bytes, 0xFE, 0xFF)) {
      length[0] = 2;
      return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static String strictly(byte[] bytes, int from, Charset charset) throws Unreadable {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(WRONG_ENCODING, "not text in %s: %s".formatted(charset, e.getMessage()));
    }
  }
}
