package io.quaestor.report;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Sessions;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.report.YieldSection.UnitRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows a warehouse as one self-contained HTML page that needs no network.
 *
 * <p>Reads all tables, by aggregates and capped lists only, so that the page stays small whatever
 * the size of the corpus; writes no table.
 */
public final class Report {
  private static final long SMALL_BYTES = 5_000_000;
  private static final List<Table<?>> TABLES =
      List.of(
          Tables.DOCUMENTS,
          Tables.UNITS,
          Tables.GENERATION_RUNS,
          Tables.BATCHES,
          Tables.QUESTIONS,
          Tables.REJECTIONS,
          Tables.AUDITS,
          Tables.AGREEMENT,
          Tables.BLIND_SPOTS,
          Tables.AUDITOR_PANELS,
          Tables.UNSCORED_RATES,
          Tables.CRITERION_FAIL_RATES,
          Tables.FAMILY_FAIL_RATES,
          Tables.AUDITOR_ACCURACY,
          Tables.EXPERIMENT_RESULTS,
          Tables.LLM_CALLS,
          Tables.JOB_RUNS);

  private final Lake lake;
  private final Clock clock;

  public Report(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /**
   * Writes the page, replacing the file when it is there.
   *
   * @param outFile a local path; its folder is made when missing
   * @return the absolute path of the page
   * @throws JobException with exit code 2 when the file cannot be written
   */
  public String execute(String outFile) {
    lake.spark().sparkContext().setJobDescription("report: read the tables");
    lake.registerViews(TABLES);
    return write(html(), Path.of(outFile).toAbsolutePath());
  }

  /** The page over whatever stands behind the tables' names in the session. */
  String html() {
    return page(new Queries(isSmall() ? Sessions.small(lake.spark()) : lake.spark())).html();
  }

  /** Whether compiling the plans would take longer than running them as they are. */
  private boolean isSmall() {
    return Stream.of(Tables.QUESTIONS, Tables.AUDITS, Tables.LLM_CALLS)
            .map(table -> lake.spark().table(table.name()).queryExecution().analyzed())
            .mapToLong(plan -> plan.stats().sizeInBytes().toLong())
            .sum()
        < SMALL_BYTES;
  }

  private Page page(Queries queries) {
    Reads read = Reads.of(queries);
    List<UnitRow> yield = read.yield();
    List<Pair> pairs = Pair.of(read.compared().agreement());
    Cards cards = Cards.of(queries, read.cases(), read.sample());
    Figures figures =
        Figures.of(read.corpus().formats(), read.corpus().unitCount(), yield, read.costs());
    return new Page(
        Format.time(clock.instant()),
        lake.root().toString(),
        Headline.of(figures, read.jobs(), read.findings(), pairs),
        List.of(
            CorpusSection.of(read.corpus(), figures, queries),
            read.runs(),
            YieldSection.of(yield, figures.asked()),
            RejectionSection.of(read.reasons(), figures.asked()),
            GateSection.of(read.findings()),
            TrendSection.of(read.findings().times()),
            UnscoredSection.of(read.compared().unscored()),
            FitSection.of(read.compared().failRates()),
            AgreementSection.of(pairs),
            PanelSection.of(read.compared().panels()),
            BlindSpotSection.of(pairs, read.findings(), read.cases(), cards),
            FamilySection.of(read.compared().families()),
            AccuracySection.of(read.compared().accuracy()),
            ExperimentSection.of(read.compared().experiment()),
            SampleSection.of(cards.sampled(read.sample())),
            CostSection.of(read.costs(), figures),
            read.deadLetters(),
            JobSection.of(read.jobs())));
  }

  static String write(String html, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, html);
      return file.toString();
    } catch (IOException e) {
      throw JobException.input(
          "report_unwritable",
          "Cannot write the report to %s: %s".formatted(file, e.getMessage()),
          "name another file with --out");
    }
  }
}
