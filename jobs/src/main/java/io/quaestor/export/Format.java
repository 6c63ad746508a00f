package io.quaestor.export;

import java.util.Locale;

/** What an export is written as. */
public enum Format {
  /** The full record, one a line. */
  JSONL,
  /** The full records in one array. */
  JSON,
  /** The full record; lists and structures as JSON, as {@code import questions} reads them. */
  CSV,
  /** The full record; a folder. */
  PARQUET,
  GIFT,
  MOODLE_XML,
  /** IMS QTI 2.1, a content package. */
  QTI,
  /** Tab-separated notes for Anki. */
  ANKI;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
