package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as JSON in UTF-8. The JVM's own encoder and copying whole runs take a third of the time
 * that Jackson's generator takes for text that is not ASCII.
 */
final class JsonText {
  /** What stands after the backslash, 0 for bytes that stand for themselves. */
  private static final byte[] ESCAPE = new byte[256];

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte CODE = 'u';
  private static final int LONGEST = 6;

  static {
    Arrays.fill(ESCAPE, 0, ' ', CODE);
    String shorthand = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (int i = 0; i < shorthand.length(); i += 2) {
      ESCAPE[shorthand.charAt(i)] = (byte) shorthand.charAt(i + 1);
    }
  }

  private JsonText() {}

  /**
   * Half a surrogate pair becomes a question mark.
   *
   * @param to writes bytes
   */
  static void write(JsonGenerator to, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int first = next(utf8, 0);
    if (first == utf8.length) {
      to.writeRawUTF8String(utf8, 0, utf8.length);
      return;
    }
    byte[] escaped = new byte[utf8.length + utf8.length / 16 + LONGEST];
    int length = 0;
    int from = 0;
    for (int at = first; at < utf8.length; at = next(utf8, from)) {
      int left = utf8.length - at;
      if (escaped.length - length - (at - from) - LONGEST < left) {
        escaped = Arrays.copyOf(escaped, length + at - from + LONGEST * left);
      }
      System.arraycopy(utf8, from, escaped, length, at - from);
      length = escape(utf8[at], escaped, length + at - from);
      from = at + 1;
    }
    System.arraycopy(utf8, from, escaped, length, utf8.length - from);
    to.writeRawUTF8String(escaped, 0, length + utf8.length - from);
  }

  private static int next(byte[] utf8, int from) {
    int at = from;
    while (at < utf8.length && ESCAPE[utf8[at] & 0xff] == 0) {
      at++;
    }
    return at;
  }

  private static int escape(byte one, byte[] to, int start) {
    int at = start;
    to[at++] = '\\';
    to[at++] = ESCAPE[one];
    if (ESCAPE[one] == CODE) {
      to[at++] = '0';
      to[at++] = '0';
      to[at++] = HEX[one >> 4];
      to[at++] = HEX[one & 0xf];
    }
    return at;
  }
}
