package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.audit.Judging;
import io.quaestor.audit.Judging.Judged;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Audit;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.Question;
import io.quaestor.udfs.planting.Planted;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** The auditors of a calibration, who are all asked at the same time. */
final class Panel {
  private static final String PURPOSE = "calibrate-";

  private final JobContext context;
  private final Map<String, Judging> auditors = new LinkedHashMap<>();

  /**
   * @param runId the job run, as the verdicts name it
   * @throws io.quaestor.JobException when there is no such auditor
   */
  Panel(JobContext context, List<String> names, String runId) {
    this.context = context;
    names.forEach(name -> auditors.put(name, new Judging(context, name, runId, true)));
  }

  Map<String, Judging> auditors() {
    return auditors;
  }

  /** Changes with the auditors, their prompts, criteria and models. */
  String version() {
    StringBuilder version = new StringBuilder();
    auditors.forEach(
        (name, auditor) ->
            version.append(
                "%s %s %s\n".formatted(name, auditor.promptVersion(), auditor.conf().model())));
    return version.toString();
  }

  /** By auditor: its gate, and what else a defect can break. Other soft signals tell nothing. */
  Map<String, List<String>> criteria() {
    Map<String, List<String>> criteria = new LinkedHashMap<>();
    auditors.forEach(
        (name, auditor) ->
            criteria.put(
                name,
                Stream.concat(
                        auditor.conf().gate().keySet().stream(),
                        auditor.conf().soft().keySet().stream().filter(Planted.CRITERIA::contains))
                    .distinct()
                    .toList()));
    return criteria;
  }

  /** One verdict of every auditor on every item. */
  Dataset<CalibrationAudit> judge(Items items) {
    Dataset<Question> questions = items.questions();
    Dataset<Ask> asks =
        auditors.entrySet().stream()
            .map(
                each ->
                    each.getValue()
                        .asks(questions)
                        .map(new For(PURPOSE + each.getKey()), RecordEncoder.of(Ask.class)))
            .reduce(Dataset::union)
            .orElseThrow();
    Dataset<Reply> replies = context.ledger().answer(asks);
    return auditors.entrySet().stream()
        .map(
            each ->
                each.getValue()
                    .read(
                        questions, replies.filter(col("purpose").equalTo(PURPOSE + each.getKey()))))
        .map(
            judged -> judged.map(new ToAudit(items.id()), RecordEncoder.of(CalibrationAudit.class)))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /** The same ask, told apart from those of other auditors; its id stays. */
  private record For(String purpose) implements MapFunction<Ask, Ask>, Serializable {
    @Override
    public Ask call(Ask ask) {
      return new Ask(
          ask.askId(),
          ask.model(),
          purpose,
          ask.subjectId(),
          ask.sample(),
          ask.system(),
          ask.prefix(),
          ask.user(),
          ask.schema(),
          ask.temperature(),
          ask.maxTokens(),
          ask.seed());
    }
  }

  private record ToAudit(String calibrationId)
      implements MapFunction<Judged, CalibrationAudit>, Serializable {
    @Override
    public CalibrationAudit call(Judged judged) {
      Audit audit = judged.audit();
      return new CalibrationAudit(
          Hashes.id("cau", audit.auditId()),
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
}
