package io.quaestor.report;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.report.BlindSpotSection.CaseRow;
import io.quaestor.report.CorpusSection.Read;
import io.quaestor.report.CostSection.CostRow;
import io.quaestor.report.GateSection.Findings;
import io.quaestor.report.JobSection.JobRow;
import io.quaestor.report.YieldSection.UnitRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Shows a warehouse as one self-contained HTML page that needs no network.
 *
 * <p>Reads all tables, by aggregates and capped lists only, so that the page stays small whatever
 * the size of the corpus; writes no table.
 */
public final class Report {
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
    lake.registerViews();
    return write(html(), Path.of(outFile).toAbsolutePath());
  }

  /** The page over whatever stands behind the tables' names in the session. */
  String html() {
    return page(new Queries(lake.spark())).html();
  }

  private Page page(Queries queries) {
    Read corpus = CorpusSection.read(queries);
    List<UnitRow> yield = YieldSection.rows(queries);
    List<CostRow> costs = CostSection.rows(queries);
    List<JobRow> jobs = JobSection.rows(queries);
    Findings findings = GateSection.findings(queries);
    Compared compared = Compared.read(queries);
    List<Pair> pairs = Pair.of(compared.agreement());
    List<CaseRow> cases = BlindSpotSection.cases(queries);
    List<String> sample = SampleSection.chosen(queries);
    Cards cards = Cards.of(queries, cases, sample);
    Figures figures = Figures.of(corpus.formats(), corpus.unitCount(), yield, costs);
    return new Page(
        Format.time(clock.instant()),
        lake.root().toString(),
        Headline.of(figures, jobs, findings, pairs),
        List.of(
            CorpusSection.of(corpus, figures, queries),
            RunsSection.of(queries),
            YieldSection.of(yield, figures.asked()),
            RejectionSection.of(queries, figures.asked()),
            GateSection.of(findings),
            TrendSection.of(findings.times()),
            UnscoredSection.of(compared.unscored()),
            FitSection.of(compared.failRates()),
            AgreementSection.of(pairs),
            PanelSection.of(compared.panels()),
            BlindSpotSection.of(pairs, findings, cases, cards),
            FamilySection.of(compared.families()),
            AccuracySection.of(compared.accuracy()),
            SampleSection.of(cards.sampled(sample)),
            CostSection.of(costs, figures),
            DeadLetterSection.of(queries),
            JobSection.of(jobs)));
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
