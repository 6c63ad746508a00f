package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.conf.AuditorConf;
import io.quaestor.conf.StepConf;
import io.quaestor.generate.PinnedRun;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.compare.PairedPower;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an experiment would ask and cost, and how small a difference it could show.
 *
 * @param lines for people
 * @param counts for programs
 */
public record Outlook(List<String> lines, Map<String, Long> counts) {
  private static final int QUESTION_TOKENS = 320;
  private static final int VERDICT_TOKENS = 150;
  private static final int ENOUGH = 50;

  /** Share of pairs of which only one passes, as long as an auditor has said too little. */
  private static final double DISCORDANCE = 0.20;

  /** How alike questions of one chunk are taken to be, as an intraclass correlation. */
  private static final double CLUSTERING = 0.1;

  /** Share of the questions asked for that is taken to be kept, of a pipeline without a past. */
  private static final double KEPT = 0.7;

  static Outlook of(Pinned pinned, Source source) {
    Experiment experiment = pinned.experiment();
    List<String> lines = new ArrayList<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("chunks", (long) experiment.chunks());
    counts.put("cohorts", (long) experiment.cohorts().size());
    for (ExperimentCohort cohort : experiment.cohorts()) {
      PinnedRun run = pinned.run(cohort);
      Dataset<PlannedBatch> plan = run.plan(source);
      lines.add(line(cohort, sums(plan, counts), run.costs().expected(plan).words()));
    }
    PinnedRun first = pinned.run(experiment.cohorts().get(0));
    for (String auditor : experiment.auditors()) {
      Dataset<PlannedBatch> audits = first.plan(source, List.of(shape(pinned.context(), auditor)));
      lines.add(line(auditor, experiment.cohorts().size(), sums(audits, counts)));
    }
    lines.add("What cohorts ask alike, and what the ledger has, is paid for once.");
    lines.addAll(detectable(pinned));
    return new Outlook(lines, counts);
  }

  private record Sums(long questions, long calls, long input, long output, double usd) {}

  private static Sums sums(Dataset<PlannedBatch> plan, Map<String, Long> counts) {
    Row row =
        plan.selectExpr(
                "coalesce(sum(count), 0)",
                "coalesce(sum(estimatedCalls), 0)",
                "coalesce(sum(estimatedInputTokens), 0)",
                "coalesce(sum(estimatedOutputTokens), 0)",
                "double(coalesce(sum(estimatedCostUsd), 0))")
            .head();
    Sums sums =
        new Sums(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
    counts.merge("calls", sums.calls, Long::sum);
    counts.merge("input", sums.input, Long::sum);
    counts.merge("output", sums.output, Long::sum);
    return sums;
  }

  private static String line(ExperimentCohort cohort, Sums sums, String cost) {
    return String.format(
        Locale.ROOT,
        "%s (%s %s%s, seed %d): %,d questions, about %,d calls, %,d tokens in and %,d out, %s",
        cohort.name(),
        cohort.kind(),
        cohort.version(),
        cohort.model() == null ? "" : ", model " + cohort.model(),
        cohort.seed(),
        sums.questions,
        sums.calls,
        sums.input,
        sums.output,
        cost);
  }

  private static String line(String auditor, int cohorts, Sums sums) {
    return String.format(
        Locale.ROOT,
        "audits by %s: at most %,d calls, about %,d tokens in and %,d out, $%.2f if all is kept",
        auditor,
        cohorts * sums.calls,
        cohorts * sums.input,
        cohorts * sums.output,
        cohorts * sums.usd);
  }

  private static CallShape shape(JobContext context, String auditor) {
    AuditorConf conf = context.home().auditor(auditor);
    return CallShape.of(
        new StepConf(conf.prompt(), null, conf.model(), conf.temperature(), conf.maxTokens()),
        context.home().prompt(conf.prompt()),
        true,
        new CallShape.Calls(0, 1),
        new CallShape.Tokens(QUESTION_TOKENS, VERDICT_TOKENS));
  }

  /** What the first auditor's gate would show of the first cohort and each other one. */
  private static List<String> detectable(Pinned pinned) {
    Experiment experiment = pinned.experiment();
    Double past = discordance(pinned.context(), experiment.auditors().get(0));
    double discordance = past == null ? DISCORDANCE : past;
    List<String> lines = new ArrayList<>();
    ExperimentCohort first = experiment.cohorts().get(0);
    for (ExperimentCohort other : experiment.cohorts().subList(1, experiment.cohorts().size())) {
      double kept = Math.min(kept(pinned.context(), first), kept(pinned.context(), other));
      double pairs = pairs(experiment, kept);
      Statistic least = PairedPower.minimumDetectable(pairs, discordance);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s and %s: with %,d chunks you can see %s in gate pass rate (80%% power, two-sided"
                  + " 5%%; Connor 1987)",
              first.name(),
              other.name(),
              experiment.chunks(),
              least.isDefined()
                  ? "a difference of %.1f points".formatted(100 * least.value())
                  : "no difference at all"));
      lines.add(
          String.format(
              Locale.ROOT,
              "  taking %.0f%% of the questions to be kept and %.0f%% of the pairs to differ%s%s",
              100 * kept,
              100 * discordance,
              past == null ? "" : " (by this auditor's past)",
              experiment.perChunk() > 1
                  ? ", and questions of a chunk to be alike (ICC %.1f)".formatted(CLUSTERING)
                  : ""));
    }
    return lines;
  }

  /** Pairs that those of the chunks are worth (design effect of Kish 1965, Survey Sampling). */
  private static double pairs(Experiment experiment, double kept) {
    if (experiment.perChunk() == 1) {
      return experiment.chunks() * kept * kept;
    }
    double each = Math.max(1, experiment.perChunk() * kept);
    return experiment.chunks() * each / (1 + (each - 1) * CLUSTERING);
  }

  /** Of two independent questions; null when the auditor has scored too few. */
  private static Double discordance(JobContext context, String auditor) {
    Row past =
        context
            .lake()
            .read(Tables.AUDITS)
            .filter(col("auditor").equalTo(auditor))
            .selectExpr("count_if(outcome = 'pass')", "count_if(outcome = 'fail')")
            .head();
    double scored = past.getLong(0) + past.getLong(1);
    double both = 2.0 * past.getLong(0) * past.getLong(1);
    return scored < ENOUGH || both == 0 ? null : both / (scored * scored);
  }

  private static double kept(JobContext context, ExperimentCohort cohort) {
    Row past =
        context
            .lake()
            .read(Tables.GENERATION_RUNS)
            .filter(
                col("pipeline")
                    .equalTo(cohort.kind())
                    .and(col("pipelineVersion").equalTo(cohort.version())))
            .selectExpr("coalesce(sum(accepted), 0)", "coalesce(sum(accepted + rejected), 0)")
            .head();
    return past.getLong(1) < ENOUGH ? KEPT : (double) past.getLong(0) / past.getLong(1);
  }
}
