package io.quaestor.report;

import io.quaestor.report.GateSection.CountRow;
import io.quaestor.report.GateSection.Findings;
import io.quaestor.report.JobSection.JobRow;
import io.quaestor.tables.Agreement;
import io.quaestor.udfs.agreement.Wilson;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page says first, in plain words.
 *
 * @param title one line: what was made from what
 * @param tiles the figures to remember
 */
record Headline(String title, List<String> says, List<Tile> tiles) {
  private static final int PAIRS = 3;

  /** One figure. */
  record Tile(String label, String value, String detail) {}

  static Headline of(Figures f, List<JobRow> jobs, Findings findings, List<Pair> pairs) {
    List<String> says = new ArrayList<>();
    says.add(made(f, jobs));
    findings.auditors().forEach(auditor -> says.add(sure(auditor)));
    pairs.stream()
        .limit(PAIRS)
        .flatMap(pair -> pair.questionLevel().stream())
        .filter(row -> row.criterion().equals(Pair.FLAGGED_GATE) && row.n() > 0)
        .forEach(row -> says.add(together(row)));
    return new Headline(title(f), says, tiles(f));
  }

  private static String title(Figures f) {
    if (f.active() > 0) {
      return "%s from %s"
          .formatted(
              Format.count(f.active(), "active question"), Format.count(f.documents(), "document"));
    }
    return f.documents() == 0
        ? "Nothing has been made yet"
        : "%s, no active question yet".formatted(Format.count(f.documents(), "document"));
  }

  private static String made(Figures f, List<JobRow> jobs) {
    if (f.documents() == 0 && f.asked().asked() == 0) {
      return "This warehouse is empty: ingest documents first.";
    }
    String when =
        jobs.isEmpty()
            ? ""
            : ", between %s and %s"
                .formatted(Format.time(jobs.get(0).first()), Format.time(jobs.get(0).last()));
    if (f.asked().asked() == 0) {
      return "%s were ingested%s. No questions have been asked for yet."
          .formatted(Format.count(f.documents(), "document"), when);
    }
    return ("From %s in %s, %s were asked for%s: %s active, %s flagged, %s still pending, %s"
            + " rejected, %s failed.")
        .formatted(
            Format.count(f.documents(), "document"),
            Format.count(f.units(), "unit"),
            Format.count(f.asked().asked(), "question"),
            when,
            Format.count(f.active()),
            Format.count(f.asked().flagged()),
            Format.count(f.asked().pending()),
            Format.count(f.asked().rejected()),
            Format.count(f.asked().failed()));
  }

  private static String sure(CountRow r) {
    return "%s judged %s and failed %s of those it scored (95%% interval); %s went unscored."
        .formatted(
            r.auditor(),
            Format.count(r.judged(), "question"),
            Format.percent(Wilson.interval(r.failed(), r.scored())),
            Format.count(r.unscored()));
  }

  private static String together(Agreement r) {
    return ("%s and %s come to the same gate verdict on %s of %s both scored; that shows how consistent"
            + " they are, not who is right.")
        .formatted(
            r.auditorA(),
            r.auditorB(),
            Format.percent(Wilson.interval(r.bothPass() + r.bothFail(), r.n())),
            Format.count(r.n(), "question"));
  }

  private static List<Tile> tiles(Figures f) {
    return List.of(
        new Tile(
            "Documents",
            Format.count(f.documents()),
            f.failedDocuments() == 0
                ? "all read"
                : Format.count(f.failedDocuments()) + " could not be read"),
        new Tile(
            "Questions asked",
            Format.count(f.asked().asked()),
            f.asked().addsUp() ? "all accounted for" : "do not add up"),
        new Tile(
            "Active",
            Format.count(f.active()),
            f.asked().asked() == 0
                ? "none asked yet"
                : Format.percent((double) f.active() / f.asked().asked()) + " of asked"),
        new Tile(
            "Cost at list prices",
            Format.dollars(f.costUsd()),
            Format.dollarsEach(f.costUsd(), f.active()) + " per active question"));
  }
}
