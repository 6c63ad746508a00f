package io.quaestor.experiment;

import java.util.Locale;

/** What cohorts are compared by; in the order of the results. */
enum Metric {
  GATE_PASS("share", true, "passes the gate of %s", "share of the scored questions that pass"),
  CRITERION("share", true, "meets %s", "share of the verdicts that it holds"),
  UNSCORED("share", true, "is left unscored by %s", "share of the accepted questions"),
  YIELD("share", true, "keeps what was asked", "share of the questions asked for that is kept"),
  REJECTED("share", true, "turns questions down as %s", "share of the questions asked for"),
  ACCEPTED_PER_CHUNK("questions", false, "questions kept of a chunk", "of all pinned chunks"),
  QUALITY_SCORE("points", true, "quality score", "mean of the questions that have one"),
  SIMILARITY("cosine", true, "likeness of a chunk's questions", "mean cosine of their pairs"),
  COST_PER_ACCEPTED("usd", false, "cost per accepted question", "all calls, audits apart"),
  COST_PER_ACTIVE("usd", false, "cost per active question", "all calls, audits included"),
  TOKENS_PER_ACCEPTED("tokens", false, "tokens per accepted question", "in and out"),
  TOKENS_PER_ACTIVE("tokens", false, "tokens per active question", "in and out"),
  LATENCY_P50("ms", false, "median latency of a call", "generation"),
  LATENCY_P95("ms", false, "95th percentile of the latency of a call", "generation");

  private final String unit;
  private final boolean shared;
  private final String words;
  private final String meaning;

  Metric(String unit, boolean shared, String words, String meaning) {
    this.unit = unit;
    this.shared = shared;
    this.words = words;
    this.meaning = meaning;
  }

  static Metric named(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code share | questions | points | cosine | usd | tokens | ms}. */
  String unit() {
    return unit;
  }

  boolean isShare() {
    return unit.equals("share");
  }

  /** Whether only chunks count on which both cohorts have something. */
  boolean sharedOnly() {
    return shared;
  }

  /** What it says of a cohort, or what it is called. */
  String words(String of) {
    return words.formatted(of.replace('_', ' '));
  }

  /** What it is a share or a mean of. */
  String meaning() {
    return meaning;
  }
}
