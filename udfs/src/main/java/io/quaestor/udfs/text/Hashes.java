package io.quaestor.udfs.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content-derived names. Parts are hashed as UTF-8, each after its length in bytes (four bytes, big
 * endian; -1 for a null part), so no two different lists of parts look alike: {@code ("a", "b")},
 * {@code ("ab")}, {@code ("ab", "")} and {@code ("ab", null)} all differ. An unpaired surrogate,
 * which UTF-8 cannot hold, counts as {@code ?}.
 */
public final class Hashes {
  private static final int ID_DIGITS = 20;

  private Hashes() {}

  /** SHA-256 of the parts, as 64 lower-case hexadecimal digits. */
  public static String sha256(String... parts) {
    return HexFormat.of().formatHex(digest(parts));
  }

  /** {@code prefix_} and the first 20 hexadecimal digits (80 bits) of the parts' SHA-256. */
  public static String id(String prefix, String... parts) {
    return prefix + "_" + sha256(parts).substring(0, ID_DIGITS);
  }

  static byte[] digest(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).flip());
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
