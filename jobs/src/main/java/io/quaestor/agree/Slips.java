package io.quaestor.agree;

import java.nio.ByteBuffer;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The bytes of a slip: what is counted of an audit or of a question. A question's content is known
 * by two hashes of 64 bits.
 */
final class Slips {
  private static final long SEED1 = 42;
  private static final long SEED2 = 1_729;
  private static final short QUESTION = -1;
  private static final int KEYS = 2 * Long.BYTES + Short.BYTES;

  /** Bytes of a verdict. */
  static final int VERDICT = KEYS + 2 * Long.BYTES;

  private static final int QUESTION_BUT_ID = KEYS + 2 * Long.BYTES + Integer.BYTES;

  private Slips() {}

  /** A question's content, by two hashes. */
  record Key(long first, long second) {
    static Key of(UTF8String questionId, UTF8String contentSha256) {
      return new Key(
          hash(contentSha256, hash(questionId, SEED1)),
          hash(questionId, hash(contentSha256, SEED2)));
    }

    private static long hash(UTF8String text, long seed) {
      return XXH64.hashUTF8String(text, seed);
    }
  }

  /** Takes slips one by one. */
  interface Reader {
    /**
     * A verdict.
     *
     * @param asked index in the parcel's {@link Asked}
     * @param time in microseconds since 1970, the least number when not known
     */
    void verdict(long key1, long key2, int asked, long time, long code);

    /**
     * A question; {@code place} and {@code document} are numbers of {@link Places}.
     *
     * @param id in UTF-8
     */
    void question(long key1, long key2, long place, long document, byte[] id);
  }

  static void verdict(ByteBuffer to, Key key, int asked, long time, long code) {
    to.putLong(key.first).putLong(key.second).putShort((short) asked).putLong(time).putLong(code);
  }

  static int bytesOfQuestion(byte[] id) {
    return QUESTION_BUT_ID + id.length;
  }

  static void question(ByteBuffer to, Key key, long place, long document, byte[] id) {
    to.putLong(key.first).putLong(key.second).putShort(QUESTION);
    to.putLong(place).putLong(document).putInt(id.length).put(id);
  }

  static void read(byte[] slips, Reader reader) {
    ByteBuffer from = ByteBuffer.wrap(slips);
    while (from.hasRemaining()) {
      long key1 = from.getLong();
      long key2 = from.getLong();
      short asked = from.getShort();
      long third = from.getLong();
      long fourth = from.getLong();
      if (asked == QUESTION) {
        byte[] id = new byte[from.getInt()];
        from.get(id);
        reader.question(key1, key2, third, fourth, id);
      } else {
        reader.verdict(key1, key2, asked, third, fourth);
      }
    }
  }
}
