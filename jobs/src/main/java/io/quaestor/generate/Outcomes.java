package io.quaestor.generate;

import io.quaestor.conf.DirectConf;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.QualityFlags;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Normalise;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides, slot by slot, what becomes of a batch after its validation. */
final class Outcomes implements Serializable {
  private static final long serialVersionUID = 1L;
  static final String VALIDATION = "validation";

  private final String pipelineVersion;

  Outcomes(DirectConf conf) {
    this.pipelineVersion = conf.version();
  }

  /**
   * @param validation null when nothing was left to validate
   */
  List<Slot> slots(GeneratedBatch generated, Reply validation) {
    Map<Integer, Validation> verdicts = verdicts(generated, validation);
    List<Slot> slots = new ArrayList<>();
    for (CheckedDraft draft : generated.drafts()) {
      slots.add(slot(generated, draft, verdicts.get(draft.slot())));
    }
    return slots;
  }

  /** Slot to verdict; the validator numbers the sound drafts from 1. */
  private static Map<Integer, Validation> verdicts(GeneratedBatch generated, Reply validation) {
    Map<Integer, Validation> verdicts = new HashMap<>();
    if (validation == null || !validation.ok()) {
      return verdicts;
    }
    List<CheckedDraft> sound = generated.sound();
    for (Validation verdict : DraftReader.validations(validation.json())) {
      if (verdict.index() >= 1 && verdict.index() <= sound.size()) {
        verdicts.putIfAbsent(sound.get(verdict.index() - 1).slot(), verdict);
      }
    }
    return verdicts;
  }

  private Slot slot(GeneratedBatch generated, CheckedDraft draft, Validation verdict) {
    PlannedBatch batch = generated.work().batch();
    if (!draft.sound()) {
      return rejected(generated, draft, draft.stage(), draft.reasons());
    }
    List<String> reasons = reasons(verdict);
    if (!reasons.isEmpty()) {
      return rejected(generated, draft, VALIDATION, reasons);
    }
    Question question = question(generated, draft, verdict);
    return new Slot(batch.batchId(), order(batch, draft), likeness(question), question, null);
  }

  private static List<String> reasons(Validation verdict) {
    if (verdict == null) {
      return List.of("validation_missing");
    }
    return Stream.of(
            verdict.answerCorrect() ? null : "answer_incorrect",
            verdict.grammarCorrect() ? null : "grammar_incorrect")
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static Slot rejected(
      GeneratedBatch generated, CheckedDraft draft, String stage, List<String> reasons) {
    PlannedBatch batch = generated.work().batch();
    Chunk chunk = draft.chunkIndex() < 0 ? null : generated.work().chunks().get(draft.chunkIndex());
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
            draft.draft() == null ? "failed" : "rejected",
            stage,
            reasons,
            draft.draft() == null ? null : DraftReader.write(draft.draft()),
            generated.askId(),
            generated.answeredAt());
    return new Slot(batch.batchId(), order(batch, draft), null, null, rejection);
  }

  private Question question(GeneratedBatch generated, CheckedDraft checked, Validation verdict) {
    PlannedBatch batch = generated.work().batch();
    Chunk chunk = generated.work().chunks().get(checked.chunkIndex());
    DraftQuestion draft = checked.draft();
    String difficulty =
        Difficulty.parse(verdict.difficulty()).map(Difficulty::wire).orElse(batch.difficulty());
    boolean relabelled = !difficulty.equals(batch.difficulty());
    return new Question(
        Hashes.id("qst", batch.batchId(), String.valueOf(checked.slot())),
        batch.batchId(),
        batch.runId(),
        batch.unitId(),
        chunk.topic(),
        chunk.documentId(),
        chunk.chunkId(),
        null,
        generated.work().sourceVersions().get(checked.chunkIndex()),
        DirectPipeline.NAME,
        pipelineVersion,
        generated.model(),
        generated.askId(),
        checked.slot(),
        batch.type(),
        WritingSubtype.of(batch.type(), draft.stem()),
        difficulty,
        chunk.language(),
        draft.stem().strip(),
        draft.options(),
        draft.answer(),
        variations(batch.type(), draft, verdict),
        draft.explanation(),
        draft.distractorRationales(),
        checked.evidence(),
        checked.grounding(),
        null,
        new QualityFlags(
            relabelled ? List.of("difficulty_relabelled") : List.of(),
            relabelled ? batch.difficulty() : null,
            false,
            Map.of()),
        "pending",
        "draft",
        null,
        contentHash(batch.type(), draft),
        generated.answeredAt(),
        generated.answeredAt());
  }

  /** For typed answers: the writer's and the validator's, each once, the key itself not. */
  private static List<String> variations(String type, DraftQuestion draft, Validation verdict) {
    if (!QuestionType.parse(type).map(QuestionType::isTyped).orElse(false)) {
      return List.of();
    }
    Map<String, String> distinct = new java.util.LinkedHashMap<>();
    Stream.concat(draft.acceptableVariations().stream(), verdict.acceptableVariations().stream())
        .filter(text -> !text.isBlank())
        .forEach(text -> distinct.putIfAbsent(Normalise.text(text), text.strip()));
    draft.answer().forEach(key -> distinct.remove(Normalise.text(key)));
    return List.copyOf(distinct.values());
  }

  private static String contentHash(String type, DraftQuestion draft) {
    return Hashes.sha256(
        type,
        draft.stem(),
        Hashes.sha256(draft.options().toArray(String[]::new)),
        Hashes.sha256(draft.answer().toArray(String[]::new)));
  }

  private static String likeness(Question question) {
    List<String> keys = question.answer().stream().map(Normalise::text).sorted().toList();
    return Hashes.sha256(
        Normalise.text(question.stem()), Hashes.sha256(keys.toArray(String[]::new)));
  }

  private static long order(PlannedBatch batch, CheckedDraft draft) {
    return ((long) batch.ordinal() << 20) + draft.slot();
  }
}
