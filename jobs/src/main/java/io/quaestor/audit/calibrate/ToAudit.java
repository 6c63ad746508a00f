package io.quaestor.audit.calibrate;

import io.quaestor.audit.Judging.Judged;
import io.quaestor.tables.Audit;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;

/** From a verdict on an item; the id changes with the outcome, since an ask may be sent again. */
record ToAudit(String calibrationId)
    implements MapFunction<Judged, CalibrationAudit>, Serializable {
  @Override
  public CalibrationAudit call(Judged judged) {
    Audit audit = judged.audit();
    return new CalibrationAudit(
        Hashes.id("cau", audit.auditId(), audit.outcome(), audit.reason()),
        calibrationId,
        audit.questionId(),
        audit.auditor(),
        audit.model(),
        audit.promptVersion(),
        audit.runId(),
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
