package io.quaestor.outside;

import io.quaestor.tables.Question;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;

/** Decides where each row of a file of questions ends. */
record Place(String runId, String version, boolean replace, Instant now)
    implements MapFunction<Place.Candidate, PlacedQuestion>, Serializable {
  static final String PIPELINE = "import";

  /**
   * A sound row beside what there is of its id.
   *
   * @param turn 1 for the first row with this id, then 2, ...
   * @param firstSha256 content of that first row
   * @param old the question of this id, null for none
   * @param chunk null when the row names none that is known
   */
  public record Candidate(
      ParsedQuestion row, int turn, String firstSha256, Question old, Source chunk) {}

  /** What a question's chunk says of it. */
  public record Source(String documentId, String unitId, String topic, String language) {}

  static String batchId(String runId, String file) {
    String path = RawRow.shown(file);
    return Hashes.id("bat", runId, path.substring(path.lastIndexOf('/') + 1));
  }

  @Override
  public PlacedQuestion call(Candidate candidate) {
    ParsedQuestion row = candidate.row();
    Question old = candidate.old();
    String sha = row.question().contentSha256();
    if (candidate.turn() > 1) {
      return sha.equals(candidate.firstSha256())
          ? placed(row, "unchanged", null, row.question())
          : conflict(row, "other_content_above");
    }
    if (old == null) {
      return placed(row, "imported", "accepted", fresh(row, candidate.chunk()));
    }
    String outcome = runId.equals(old.runId()) ? "accepted" : null;
    if (replace) {
      Question changed = QuestionCells.of(row.cells()).over(old);
      return changed.equals(old)
          ? placed(row, "unchanged", outcome, old)
          : placed(row, "replaced", outcome, updated(changed));
    }
    return sha.equals(old.contentSha256())
        ? placed(row, "unchanged", outcome, old)
        : conflict(row, "other_content_exists");
  }

  /** A row that is not sound. */
  static PlacedQuestion rejected(ParsedQuestion row) {
    return rejected(row, row.problems());
  }

  private static PlacedQuestion conflict(ParsedQuestion row, String reason) {
    return rejected(row, List.of(Problem.of("question_id", reason, row.questionId())));
  }

  private static PlacedQuestion rejected(ParsedQuestion row, List<Problem> problems) {
    String outcome = row.readable() ? "rejected" : "failed";
    return new PlacedQuestion(
        row.file(), row.number(), "rejected", outcome, null, problems, row.cells());
  }

  private static PlacedQuestion placed(
      ParsedQuestion row, String fate, String outcome, Question question) {
    return new PlacedQuestion(
        row.file(), row.number(), fate, outcome, question, List.of(), row.cells());
  }

  private Question fresh(ParsedQuestion row, Source chunk) {
    Question given = row.question();
    Map<String, Object> values = new HashMap<>();
    if (chunk != null) {
      values.put("documentId", or(given.documentId(), chunk.documentId()));
      values.put("unitId", or(given.unitId(), chunk.unitId()));
      values.put("topic", or(given.topic(), chunk.topic()));
      values.put("language", or(given.language(), chunk.language()));
    }
    values.put("runId", runId);
    values.put("batchId", batchId(runId, row.file()));
    values.put("slot", (int) (row.number() - 1));
    values.put("pipeline", PIPELINE);
    values.put("pipelineVersion", version);
    values.put("createdAt", now);
    values.put("updatedAt", now);
    return QuestionColumns.with(given, values);
  }

  private Question updated(Question question) {
    return QuestionColumns.with(question, Map.of("updatedAt", now));
  }

  private static String or(String given, String other) {
    return given == null ? other : given;
  }
}
