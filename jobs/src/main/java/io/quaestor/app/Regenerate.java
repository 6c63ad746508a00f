package io.quaestor.app;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.generate.VariantsJob;
import io.quaestor.generate.variants.VariantsOptions;
import io.quaestor.lake.Tables;
import io.quaestor.review.Decision;
import io.quaestor.review.ReviewActions;
import io.quaestor.review.Reviewed;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import io.quaestor.udfs.text.Seeds;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes another question in the place of one, which is then archived: a variant of the same parent
 * with the settings of the same run. A question without a parent becomes the parent of its
 * replacement. The parent is taken as it is now, and so is the document.
 *
 * <p>Killed and started again it goes on with the same run.
 */
public final class Regenerate {
  private static final int ATTEMPTS = 3;

  private final JobContext context;
  private final Clock clock;
  private final ReviewActions actions;

  public Regenerate(JobContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
    this.actions = new ReviewActions(context.lake(), clock);
  }

  /**
   * Counts {@code regenerated}, 0 when no sound question came; then the old one stays as it is.
   *
   * @throws io.quaestor.JobException when the question has changed or cannot be made again
   */
  public JobOutcome execute(Decision decision) {
    Reviewed now = actions.unchanged(decision);
    Decision sure =
        new Decision(decision.questionId(), decision.reviewer(), decision.notes(), now.version());
    JobOutcome outcome = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      VariantsJob job = new VariantsJob(context, options(now, decision.reviewer(), attempt), clock);
      JobOutcome made = job.execute();
      outcome = outcome == null ? made : outcome.then(made);
      List<Question> fresh = questions(job.runId());
      if (!fresh.isEmpty()) {
        actions.replaced(sure, fresh.get(0).questionId());
        context.progress().note("Question " + fresh.get(0).questionId() + " was made instead");
        return counted(outcome, 1);
      }
    }
    context.progress().note("No sound question came; the old one stays as it is");
    return counted(outcome, 0);
  }

  private static JobOutcome counted(JobOutcome outcome, long regenerated) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("regenerated", regenerated);
    counts.putAll(outcome.counts());
    return new JobOutcome(
        regenerated == 1 ? JobOutcome.COMPLETE : JobOutcome.PARTIAL, counts, true, null);
  }

  /** Other seeds once something was done to the question. */
  private VariantsOptions options(Reviewed now, String by, int attempt) {
    Question question = now.question();
    String parent = question.parentQuestionId();
    Map<String, String> run = arguments(question);
    return new VariantsOptions(
        parent == null ? question.questionId() : parent,
        1,
        run.getOrDefault("difficulty", question.difficulty()),
        run.get("model"),
        run.get("notes"),
        by,
        Seeds.of(attempt, question.questionId(), now.history().lastId()));
  }

  /** Of the run that made a variant; none of other questions. */
  private Map<String, String> arguments(Question question) {
    if (question.parentQuestionId() == null) {
      return Map.of();
    }
    List<GenerationRun> runs =
        context
            .lake()
            .read(Tables.GENERATION_RUNS)
            .filter(col("runId").equalTo(question.runId()))
            .takeAsList(1);
    return runs.isEmpty() ? Map.of() : runs.get(0).arguments();
  }

  private List<Question> questions(String runId) {
    return context.lake().read(Tables.QUESTIONS).filter(col("runId").equalTo(runId)).takeAsList(1);
  }
}
