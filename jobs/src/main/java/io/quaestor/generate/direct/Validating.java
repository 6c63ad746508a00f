package io.quaestor.generate.direct;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Merit;
import io.quaestor.generate.batch.Requests;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.PlannedBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Has all sound drafts of a batch validated in one call, and decides slot by slot. */
record Validating(Step step, Maker maker) implements Exchange<GeneratedBatch, BatchResult> {
  private static final String VALIDATION = "validation";
  private static final String MISSING = "validation_missing";

  /** What the validator says, by the question's index. */
  record Validations(List<Validation> validations) {}

  @Override
  public Ask ask(GeneratedBatch generated, int attempt) {
    BatchWork work = generated.work();
    PlannedBatch batch = work.batch();
    List<Map<String, Object>> questions =
        generated.sound().stream()
            .map(checked -> checked.draft().shown(batch.type(), batch.difficulty()))
            .toList();
    if (questions.isEmpty()) {
      return null;
    }
    return step.ask(
        batch,
        Step.Subject.of(batch),
        Map.of(
            "passages", Fence.passages(work.chunks()),
            "request", Fence.json(Requests.of("validate", work, questions.size())),
            "questions", Fence.questions(questions)));
  }

  @Override
  public BatchResult read(GeneratedBatch generated, Reply reply, int attempts) {
    Map<Integer, Validation> verdicts = verdicts(generated, reply);
    Slots slots = new Slots(maker, generated.work(), generated.origin());
    List<Slot> decided = new ArrayList<>();
    boolean gaps = false;
    for (CheckedDraft draft : generated.drafts()) {
      Validation verdict = verdicts.get(draft.slot());
      gaps |= draft.sound() && verdict == null;
      decided.add(slot(slots, draft, verdict));
    }
    return BatchResult.of(
        generated.work().batch(),
        generated.calls(reply == null ? null : reply.askId()),
        gaps,
        decided,
        List.of());
  }

  @Override
  public Class<BatchResult> result() {
    return BatchResult.class;
  }

  /** Slot to verdict; the validator numbers the sound drafts from 1. */
  private static Map<Integer, Validation> verdicts(GeneratedBatch generated, Reply reply) {
    Map<Integer, Validation> verdicts = new HashMap<>();
    if (reply == null || !reply.ok()) {
      return verdicts;
    }
    List<CheckedDraft> sound = generated.sound();
    for (Validation verdict : Drafts.read(reply.json(), Validations.class).validations()) {
      if (verdict.index() >= 1 && verdict.index() <= sound.size()) {
        verdicts.putIfAbsent(sound.get(verdict.index() - 1).slot(), verdict);
      }
    }
    return verdicts;
  }

  private static Slot slot(Slots slots, CheckedDraft draft, Validation verdict) {
    if (!draft.sound()) {
      return slots.rejected(draft);
    }
    List<String> reasons = reasons(verdict);
    return reasons.isEmpty()
        ? slots.accepted(draft, merit(verdict))
        : slots.rejected(draft.fallen(VALIDATION, reasons));
  }

  private static Merit merit(Validation verdict) {
    return new Merit(
        verdict.difficulty(), verdict.acceptableVariations(), null, List.of(), Map.of(), false);
  }

  private static List<String> reasons(Validation verdict) {
    if (verdict == null) {
      return List.of(MISSING);
    }
    return Stream.of(
            verdict.answerCorrect() ? null : "answer_incorrect",
            verdict.grammarCorrect() ? null : "grammar_incorrect")
        .filter(Objects::nonNull)
        .toList();
  }
}
