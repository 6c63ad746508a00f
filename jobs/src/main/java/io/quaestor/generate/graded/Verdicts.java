package io.quaestor.generate.graded;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Merit;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;

/** Ends a batch: every draft that still stands is a question. */
record Verdicts(Maker maker, String rubric) implements MapFunction<GradedBatch, BatchResult> {
  static final String REASONING_STEPS = "reasoning_steps";
  static final String MATERIAL_CONTEXT = "uses_material_context";

  @Override
  public BatchResult call(GradedBatch batch) {
    Slots slots = new Slots(maker, batch.generated().work(), batch.generated().origin());
    List<Slot> ends = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (GradedDraft draft : batch.drafts()) {
      CheckedDraft checked = draft.checked();
      ends.add(checked.sound() ? slots.accepted(checked, merit(draft)) : slots.rejected(checked));
      judgements.addAll(judgements(batch.generated().work().batch(), draft));
    }
    return BatchResult.of(
        batch.generated().work().batch(),
        batch.generated().calls(batch.judgeAskId()),
        batch.gaps(),
        ends,
        judgements);
  }

  private static Merit merit(GradedDraft draft) {
    Grade grade = draft.grade();
    Map<String, Double> scores = new TreeMap<>(grade.scores());
    DraftQuestion question = draft.checked().draft();
    if (question.reasoningSteps() != null) {
      scores.put(REASONING_STEPS, question.reasoningSteps().doubleValue());
    }
    if (question.usesMaterialContext() != null) {
      scores.put(MATERIAL_CONTEXT, question.usesMaterialContext() ? 1.0 : 0.0);
    }
    return new Merit(null, List.of(), grade.total(), grade.issues(), scores, draft.repaired());
  }

  private List<Judgement> judgements(PlannedBatch batch, GradedDraft draft) {
    List<Judgement> rows = new ArrayList<>();
    CheckedDraft checked = draft.checked();
    String end = checked.sound() ? "accepted" : "rejected";
    if (draft.first() != null) {
      String first = draft.repaired() && checked.sound() ? "repaired" : end;
      rows.add(row(batch, checked.slot(), "first", draft.first(), first));
    }
    if (draft.second() != null) {
      rows.add(row(batch, checked.slot(), "repaired", draft.second(), end));
    }
    return rows;
  }

  private Judgement row(PlannedBatch batch, int slot, String pass, Grade grade, String outcome) {
    return new Judgement(
        Hashes.id("jdg", batch.batchId(), String.valueOf(slot), pass),
        batch.runId(),
        batch.batchId(),
        slot,
        pass,
        rubric,
        batch.type(),
        grade.scores(),
        grade.issues(),
        grade.total(),
        grade.verdict(),
        grade.problems(),
        outcome,
        grade.askId(),
        grade.judgedAt());
  }
}
