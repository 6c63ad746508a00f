package io.quaestor.udfs.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Plain SHA-256, as {@code sha256sum} and SQL's {@code sha2(text, 256)} compute it. For several
 * parts as one, see {@link Hashes}.
 */
public final class Sha256 {
  private Sha256() {}

  /** 64 lowercase hexadecimal digits. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  /** Of the text in UTF-8: 64 lowercase hexadecimal digits. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
