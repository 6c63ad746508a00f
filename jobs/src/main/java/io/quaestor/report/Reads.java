package io.quaestor.report;

import io.quaestor.report.BlindSpotSection.CaseRow;
import io.quaestor.report.CorpusSection.Read;
import io.quaestor.report.CostSection.CostRow;
import io.quaestor.report.GateSection.Findings;
import io.quaestor.report.JobSection.JobRow;
import io.quaestor.report.RejectionSection.ReasonRow;
import io.quaestor.report.YieldSection.UnitRow;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What most sections are made of. The queries are small, and most of what one takes is waiting its
 * turn, so several run at the same time.
 */
record Reads(
    Read corpus,
    List<UnitRow> yield,
    List<CostRow> costs,
    List<JobRow> jobs,
    Findings findings,
    Compared compared,
    List<CaseRow> cases,
    List<String> sample,
    List<ReasonRow> reasons,
    Section runs,
    Section deadLetters) {
  private static final int AT_ONCE = 3;

  /**
   * Returns when all have ended.
   *
   * @throws RuntimeException the first that one of them threw
   */
  static Reads of(Queries queries) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Future<Findings> findings = threads.submit(() -> GateSection.findings(queries));
      Future<Compared> compared = threads.submit(() -> Compared.read(queries));
      Future<List<UnitRow>> yield = threads.submit(() -> YieldSection.rows(queries));
      Future<Read> corpus = threads.submit(() -> CorpusSection.read(queries));
      Future<List<CaseRow>> cases = threads.submit(() -> BlindSpotSection.cases(queries));
      Future<List<CostRow>> costs = threads.submit(() -> CostSection.rows(queries));
      Future<List<JobRow>> jobs = threads.submit(() -> JobSection.rows(queries));
      Future<List<String>> sample = threads.submit(() -> SampleSection.chosen(queries));
      Future<List<ReasonRow>> reasons = threads.submit(() -> RejectionSection.rows(queries));
      Future<Section> runs = threads.submit(() -> RunsSection.of(queries));
      Future<Section> deadLetters = threads.submit(() -> DeadLetterSection.of(queries));
      return new Reads(
          got(corpus),
          got(yield),
          got(costs),
          got(jobs),
          got(findings),
          got(compared),
          got(cases),
          got(sample),
          got(reasons),
          got(runs),
          got(deadLetters));
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T got(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A query of the report failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The report was interrupted", e);
    }
  }
}
