package io.quaestor.generate.batch;

import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.QualityFlags;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.udfs.flaws.Flaws;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a question or a rejection of a checked draft. */
public final class Slots {
  private final Maker maker;
  private final BatchWork work;
  private final PlannedBatch batch;
  private final Origin origin;

  /**
   * @param origin the ask that wrote the drafts
   */
  public Slots(Maker maker, BatchWork work, Origin origin) {
    this.maker = maker;
    this.work = work;
    this.batch = work.batch();
    this.origin = origin;
  }

  /** The draft turned down, at its own stage and for its own reasons; it must have some. */
  public Slot rejected(CheckedDraft draft) {
    String outcome = draft.draft() == null ? "failed" : "rejected";
    return slot(draft, outcome, draft.draft());
  }

  /** The same for what was turned down before there was a draft, such as a claim. */
  public Slot rejected(CheckedDraft fallen, Record forerunner) {
    return slot(fallen, "rejected", forerunner);
  }

  private Slot slot(CheckedDraft draft, String outcome, Record kept) {
    Chunk chunk = draft.chunkIndex() < 0 ? null : work.chunks().get(draft.chunkIndex());
    Rejection rejection =
        new Rejection(
            Hashes.id("rej", batch.batchId(), String.valueOf(draft.slot())),
            batch.runId(),
            batch.batchId(),
            draft.slot(),
            batch.unitId(),
            chunk == null ? batch.topic() : chunk.topic(),
            chunk == null ? null : chunk.chunkId(),
            batch.type(),
            batch.difficulty(),
            outcome,
            draft.stage(),
            draft.reasons(),
            kept == null ? null : Drafts.write(kept),
            origin.askId(),
            origin.answeredAt());
    return new Slot(batch.batchId(), order(draft), null, null, rejection);
  }

  /** The draft as a pending question; it must cite a chunk of its batch. */
  public Slot accepted(CheckedDraft checked, Merit merit) {
    Question question = question(checked, merit);
    return new Slot(batch.batchId(), order(checked), likeness(question), question, null);
  }

  private Question question(CheckedDraft checked, Merit merit) {
    Chunk chunk = work.chunks().get(checked.chunkIndex());
    DraftQuestion draft = checked.draft();
    String difficulty =
        Difficulty.parse(merit.difficulty()).map(Difficulty::wire).orElse(batch.difficulty());
    return new Question(
        Hashes.id("qst", batch.batchId(), String.valueOf(checked.slot())),
        batch.batchId(),
        batch.runId(),
        batch.unitId(),
        chunk.topic(),
        chunk.documentId(),
        chunk.chunkId(),
        maker.parentQuestionId(),
        work.sourceVersions().get(checked.chunkIndex()),
        maker.pipeline(),
        maker.version(),
        origin.model(),
        origin.askId(),
        checked.slot(),
        batch.type(),
        WritingSubtype.of(batch.type(), draft.stem()),
        difficulty,
        chunk.language(),
        draft.stem().strip(),
        draft.options(),
        draft.answer(),
        variations(draft, merit),
        draft.explanation(),
        draft.distractorRationales(),
        checked.evidence(),
        checked.grounding(),
        merit.qualityScore(),
        flags(draft, merit, new Label(difficulty, chunk.language())),
        "pending",
        "draft",
        null,
        draft.structure(batch.type()).contentSha256(),
        origin.answeredAt(),
        origin.answeredAt());
  }

  /** What a question is said to be. */
  private record Label(String difficulty, String language) {}

  private QualityFlags flags(DraftQuestion draft, Merit merit, Label label) {
    boolean relabelled = !label.difficulty().equals(batch.difficulty());
    List<String> issues = new ArrayList<>(merit.issues());
    if (relabelled) {
      issues.add("difficulty_relabelled");
    }
    return new QualityFlags(
        issues,
        relabelled ? batch.difficulty() : null,
        merit.repaired(),
        merit.scores(),
        Flaws.of(draft.structure(batch.type()), label.language()),
        maker.version());
  }

  /** For typed answers: the writer's and the validator's, each once, the key itself not. */
  private List<String> variations(DraftQuestion draft, Merit merit) {
    if (!QuestionType.parse(batch.type()).map(QuestionType::isTyped).orElse(false)) {
      return List.of();
    }
    Map<String, String> distinct = new LinkedHashMap<>();
    Stream.concat(draft.acceptableVariations().stream(), merit.variations().stream())
        .filter(text -> !text.isBlank())
        .forEach(text -> distinct.putIfAbsent(Normalise.text(text), text.strip()));
    draft.answer().forEach(key -> distinct.remove(Normalise.text(key)));
    return List.copyOf(distinct.values());
  }

  private static String likeness(Question question) {
    List<String> keys = question.answer().stream().map(Normalise::text).sorted().toList();
    return Hashes.sha256(
        Normalise.text(question.stem()), Hashes.sha256(keys.toArray(String[]::new)));
  }

  private long order(CheckedDraft draft) {
    return ((long) batch.ordinal() << 20) + draft.slot();
  }
}
