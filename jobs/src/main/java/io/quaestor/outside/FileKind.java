package io.quaestor.outside;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats of files from outside. */
enum FileKind {
  CSV("csv", "tsv"),
  JSONL("jsonl", "ndjson"),
  PARQUET("parquet");

  private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|bz2|zst|snappy|lz4|deflate)$");

  private final List<String> extensions;

  FileKind(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** {@code csv | jsonl | parquet}. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By wire name; empty for others. */
  static Optional<FileKind> parse(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equalsIgnoreCase(name)).findFirst();
  }

  /** By the file's extension, that of a compression left aside. */
  static Optional<FileKind> ofFile(String name) {
    String plain = COMPRESSED.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    return Arrays.stream(values())
        .filter(kind -> kind.extensions.stream().anyMatch(e -> plain.endsWith("." + e)))
        .findFirst();
  }
}
