package io.quaestor.experiment;

import io.quaestor.JobContext;
import io.quaestor.audit.Judging;
import io.quaestor.audit.Judging.Judged;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentAudit;
import io.quaestor.tables.Question;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * The auditors of an experiment: they are asked what an audit would ask, of all cohorts at once.
 */
record Jury(JobContext context, Experiment experiment, String runId) {

  /** One verdict of every auditor on every question, settled. */
  Dataset<ExperimentAudit> judge(Dataset<Question> questions) {
    HashMap<String, String> cohorts = new HashMap<>();
    experiment.cohorts().forEach(cohort -> cohorts.put(cohort.runId(), cohort.name()));
    ToAudit toAudit = new ToAudit(experiment.experimentId(), cohorts);
    return experiment.auditors().stream()
        .map(name -> new Judging(context, name, runId, true).judged(questions))
        .map(
            judged ->
                context
                    .lake()
                    .settled(judged.map(toAudit, RecordEncoder.of(ExperimentAudit.class))))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private record ToAudit(String experimentId, HashMap<String, String> cohorts)
      implements MapFunction<Judged, ExperimentAudit>, Serializable {
    @Override
    public ExperimentAudit call(Judged judged) {
      Audit audit = judged.audit();
      return new ExperimentAudit(
          audit.auditId(),
          experimentId,
          cohorts.get(judged.question().runId()),
          audit.questionId(),
          judged.question().chunkId(),
          audit.auditor(),
          audit.model(),
          audit.promptVersion(),
          audit.askId(),
          audit.outcome(),
          audit.reason(),
          audit.gateCriteria(),
          audit.softCriteria(),
          audit.severity(),
          audit.notes(),
          audit.auditedAt());
    }
  }
}
