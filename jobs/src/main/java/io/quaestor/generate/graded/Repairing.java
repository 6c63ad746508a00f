package io.quaestor.generate.graded;

import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Requests;
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

/** Has the drafts mended that the rubric sends to repair, once, in one call per batch. */
record Repairing(Step step, Check check) implements Exchange<GradedBatch, GradedBatch> {
  static final String STAGE = "repair";

  /** A question that was mended. */
  record Repair(int index, DraftQuestion question) {}

  /** What came back; what could not be mended is left out. */
  record Repairs(List<Repair> repairs) {}

  @Override
  public Ask ask(GradedBatch batch, int attempt) {
    BatchWork work = batch.generated().work();
    List<Map<String, Object>> shown =
        batch.those(GradedDraft::wantsRepair).stream()
            .map(draft -> shown(draft, work.batch()))
            .toList();
    if (shown.isEmpty()) {
      return null;
    }
    return step.ask(
        work.batch(),
        Step.Subject.of(work.batch()),
        Map.of(
            "passages", Fence.passages(work.chunks()),
            "request", Fence.json(Requests.of("repair", work, shown.size())),
            "questions", Fence.questions(shown)));
  }

  @Override
  public GradedBatch read(GradedBatch batch, Reply reply, int attempts) {
    if (reply == null) {
      return batch;
    }
    Map<Integer, DraftQuestion> mended = reply.ok() ? mended(reply) : Map.of();
    List<GradedDraft> drafts = new ArrayList<>();
    int index = 0;
    for (GradedDraft draft : batch.drafts()) {
      if (draft.wantsRepair()) {
        index++;
        drafts.add(
            reply.ok()
                ? repaired(batch, draft, mended.get(index))
                : draft.fallen(STAGE, List.of("repair_unavailable")));
      } else {
        drafts.add(draft);
      }
    }
    return new GradedBatch(
        batch.generated(), drafts, batch.judgeAskId(), batch.gaps() || !reply.ok());
  }

  @Override
  public Class<GradedBatch> result() {
    return GradedBatch.class;
  }

  private static Map<String, Object> shown(GradedDraft draft, PlannedBatch batch) {
    Map<String, Object> shown = draft.checked().draft().shown(batch.type(), batch.difficulty());
    shown.put("scores", draft.first().scores());
    shown.put("issues", draft.first().issues());
    return shown;
  }

  private static Map<Integer, DraftQuestion> mended(Reply reply) {
    Map<Integer, DraftQuestion> mended = new HashMap<>();
    Drafts.read(reply.json(), Repairs.class)
        .repairs()
        .forEach(repair -> mended.putIfAbsent(repair.index(), repair.question()));
    return mended;
  }

  private GradedDraft repaired(GradedBatch batch, GradedDraft draft, DraftQuestion question) {
    if (question == null) {
      return draft.fallen(STAGE, List.of("not_repaired"));
    }
    CheckedDraft again =
        Checks.draft(batch.generated().work(), draft.checked().slot(), question, check);
    return draft.repairedTo(again.sound() ? again : again.fallen(STAGE, again.reasons()));
  }
}
