package io.quaestor.lake;

import io.quaestor.llm.Reply;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.Batch;
import io.quaestor.tables.BlindSpot;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.CalibrationItem;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Conversion;
import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.Deletion;
import io.quaestor.tables.Document;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentAudit;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentCall;
import io.quaestor.tables.ExperimentChunk;
import io.quaestor.tables.ExperimentQuestion;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.tables.ExperimentRun;
import io.quaestor.tables.Fact;
import io.quaestor.tables.FamilyFailRate;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.JobRun;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.KeyPosition;
import io.quaestor.tables.LearningResource;
import io.quaestor.tables.NearDuplicate;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.tables.Review;
import io.quaestor.tables.ReviewSample;
import io.quaestor.tables.Topic;
import io.quaestor.tables.UnscoredRate;
import java.util.List;

/** Every table of a warehouse. */
public final class Tables {
  public static final Table<Document> DOCUMENTS =
      Table.of("documents", Document.class, "document_id").checked("status IN ('ready', 'failed')");
  public static final Table<Chunk> CHUNKS =
      Table.of("chunks", Chunk.class, "chunk_id").clustered("unit_id");
  public static final Table<CorpusUnit> UNITS = Table.of("units", CorpusUnit.class, "unit_id");
  public static final Table<LearningResource> LEARNING_RESOURCES =
      Table.of("learning_resources", LearningResource.class, "resource_id")
          .clustered("unit_id")
          .checked("kind IN ('link', 'image', 'audio', 'video', 'embed')");
  public static final Table<Conversion> CONVERSIONS =
      Table.of("conversions", Conversion.class, "conversion_id")
          .clustered("document_id")
          .checked("used = (reason IS NULL)");
  public static final Table<Topic> TOPICS =
      Table.of("topics", Topic.class, "topic_id")
          .clustered("unit_id")
          .checked("source IN ('model', 'heading')");
  public static final Table<PlannedBatch> PLANS =
      Table.of("plans", PlannedBatch.class, "batch_id").clustered("run_id");
  public static final Table<GenerationRun> GENERATION_RUNS =
      Table.of("generation_runs", GenerationRun.class, "run_id")
          .checked("status IN ('complete', 'partial', 'needs_attention')");
  public static final Table<Batch> BATCHES =
      Table.of("batches", Batch.class, "batch_id")
          .clustered("run_id")
          .checked("asked = accepted + rejected + failed");
  public static final Table<Question> QUESTIONS =
      Table.of("questions", Question.class, "question_id")
          .clustered("quality_status", "unit_id")
          .checked(
              "quality_status IN ('pending', 'active', 'flagged') AND review_status IN ('draft',"
                  + " 'approved', 'rejected', 'archived', 'stale')");
  public static final Table<Rejection> REJECTIONS =
      Table.of("rejections", Rejection.class, "rejection_id")
          .clustered("run_id")
          .checked("outcome IN ('rejected', 'failed')");
  public static final Table<Judgement> JUDGEMENTS =
      Table.of("judgements", Judgement.class, "judgement_id")
          .clustered("run_id")
          .checked("pass IN ('first', 'repaired')");
  public static final Table<Fact> FACTS =
      Table.of("facts", Fact.class, "fact_id")
          .clustered("run_id")
          .checked("status IN ('asked', 'dropped', 'spare')");
  public static final Table<Candidate> CANDIDATES =
      Table.of("candidates", Candidate.class, "candidate_id").clustered("run_id");
  public static final Table<Audit> AUDITS =
      Table.of("audits", Audit.class, "audit_id")
          .clustered("auditor", "question_id")
          .checked("outcome IN ('pass', 'fail', 'unscored')");
  public static final Table<Agreement> AGREEMENT =
      Table.of("auditor_agreement", Agreement.class, "comparison_id")
          .checked("n = both_pass + a_only_fail + b_only_fail + both_fail");
  public static final Table<BlindSpot> BLIND_SPOTS =
      Table.of("blind_spots", BlindSpot.class, "comparison_id");
  public static final Table<AuditorPanel> AUDITOR_PANELS =
      Table.of("auditor_panels", AuditorPanel.class, "comparison_id")
          .checked("complete_units <= pairable_units AND pairable_units <= units");
  public static final Table<UnscoredRate> UNSCORED_RATES =
      Table.of("unscored_rates", UnscoredRate.class, "comparison_id")
          .checked("unscored <= asked AND (missing_p IS NULL) = (missing_undefined IS NOT NULL)");
  public static final Table<CriterionFailRate> CRITERION_FAIL_RATES =
      Table.of("criterion_fail_rates", CriterionFailRate.class, "comparison_id")
          .checked("fails <= n AND recommendation IN ('gate', 'soft', 'undecided')");
  public static final Table<FamilyFailRate> FAMILY_FAIL_RATES =
      Table.of("family_fail_rates", FamilyFailRate.class, "comparison_id").checked("fails <= n");
  public static final Table<AuditorAccuracy> AUDITOR_ACCURACY =
      Table.of("auditor_accuracy", AuditorAccuracy.class, "calibration_id")
          .checked("caught <= planted AND false_alarms <= clean");
  public static final Table<Review> REVIEWS =
      Table.of("reviews", Review.class, "review_id")
          .clustered("question_id")
          .checked(
              "action IN ('approve', 'reject', 'archive', 'edit', 'regenerate', 'stale', 'undo')"
                  + " AND (action = 'undo') = (undoes IS NOT NULL)");
  public static final Table<ReviewSample> REVIEW_SAMPLES =
      Table.of("review_samples", ReviewSample.class, "review_id")
          .clustered("sample_id")
          .checked("inclusion_probability > 0 AND inclusion_probability <= 1");
  public static final Table<CalibrationItem> CALIBRATION_ITEMS =
      Table.of("calibration_items", CalibrationItem.class, "item_id")
          .clustered("calibration_id")
          .checked("(defect IS NULL) = (criterion IS NULL)");
  public static final Table<CalibrationAudit> CALIBRATION_AUDITS =
      Table.of("calibration_audits", CalibrationAudit.class, "audit_id")
          .clustered("calibration_id")
          .checked("outcome IN ('pass', 'fail', 'unscored')");
  public static final Table<KeyPosition> KEY_POSITIONS =
      Table.of("key_positions", KeyPosition.class, "pipeline")
          .checked("(p_value IS NULL) = (undefined IS NOT NULL)");
  public static final Table<NearDuplicate> NEAR_DUPLICATES =
      Table.of("near_duplicates", NearDuplicate.class, "question_id")
          .checked("question_id <> original_id AND cosine > 0 AND cosine <= 1");
  public static final Table<Experiment> EXPERIMENTS =
      Table.of("experiments", Experiment.class, "experiment_id");
  public static final Table<ExperimentChunk> EXPERIMENT_CHUNKS =
      Table.of("experiment_chunks", ExperimentChunk.class, "pin_id").clustered("experiment_id");
  public static final Table<ExperimentRun> EXPERIMENT_RUNS =
      Table.of("experiment_runs", ExperimentRun.class, "run_id")
          .checked("shared_calls <= calls AND unscored <= audits");
  public static final Table<ExperimentBatch> EXPERIMENT_BATCHES =
      Table.of("experiment_batches", ExperimentBatch.class, "batch_id").clustered("experiment_id");
  public static final Table<ExperimentQuestion> EXPERIMENT_QUESTIONS =
      Table.of("experiment_questions", ExperimentQuestion.class, "slot_id")
          .clustered("experiment_id")
          .checked(
              "outcome IN ('accepted', 'rejected', 'failed')"
                  + " AND (question IS NULL) = (outcome <> 'accepted')");
  public static final Table<ExperimentAudit> EXPERIMENT_AUDITS =
      Table.of("experiment_audits", ExperimentAudit.class, "audit_id")
          .clustered("experiment_id")
          .checked("outcome IN ('pass', 'fail', 'unscored')");
  public static final Table<ExperimentCall> EXPERIMENT_CALLS =
      Table.of("experiment_calls", ExperimentCall.class, "call_id").clustered("experiment_id");
  public static final Table<ExperimentResult> EXPERIMENT_RESULTS =
      Table.of("experiment_results", ExperimentResult.class, "result_id")
          .clustered("experiment_id")
          .checked("verdict IS NULL OR verdict IN ('higher', 'lower', 'undecided')");
  public static final Table<Reply> LLM_CALLS =
      Table.of("llm_calls", Reply.class, "ask_id")
          .clustered("ask_id")
          .checked("status IN ('ok', 'refused', 'truncated', 'invalid', 'failed')");
  public static final Table<Deletion> DELETIONS =
      Table.of("deletions", Deletion.class, "deletion_id")
          .checked("effect IN ('deleted', 'stale') AND row_count > 0");
  public static final Table<JobRun> JOB_RUNS = Table.of("job_runs", JobRun.class, "run_id");

  private Tables() {}

  /** The table of this name, which there is. */
  public static Table<?> named(String name) {
    return all().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  public static List<Table<?>> all() {
    return List.of(
        DOCUMENTS,
        CHUNKS,
        UNITS,
        LEARNING_RESOURCES,
        CONVERSIONS,
        TOPICS,
        PLANS,
        GENERATION_RUNS,
        BATCHES,
        QUESTIONS,
        REJECTIONS,
        JUDGEMENTS,
        FACTS,
        CANDIDATES,
        AUDITS,
        AGREEMENT,
        BLIND_SPOTS,
        AUDITOR_PANELS,
        UNSCORED_RATES,
        CRITERION_FAIL_RATES,
        FAMILY_FAIL_RATES,
        AUDITOR_ACCURACY,
        REVIEWS,
        REVIEW_SAMPLES,
        CALIBRATION_ITEMS,
        CALIBRATION_AUDITS,
        KEY_POSITIONS,
        NEAR_DUPLICATES,
        EXPERIMENTS,
        EXPERIMENT_CHUNKS,
        EXPERIMENT_RUNS,
        EXPERIMENT_BATCHES,
        EXPERIMENT_QUESTIONS,
        EXPERIMENT_AUDITS,
        EXPERIMENT_CALLS,
        EXPERIMENT_RESULTS,
        DELETIONS,
        LLM_CALLS,
        JOB_RUNS);
  }
}
