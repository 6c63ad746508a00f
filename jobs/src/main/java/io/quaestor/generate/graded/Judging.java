package io.quaestor.generate.graded;

import io.quaestor.generate.batch.Exchange;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.udfs.rubric.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Has every draft judged that has to be, in one call per batch.
 *
 * <p>When the judge cannot be reached, first drafts are kept with stand-in scores and say so; a
 * repaired draft has to reach {@code keep}, so without a judge it falls.
 */
record Judging(Judge judge) implements Exchange<GradedBatch, GradedBatch> {
  static final String STAGE = "judge";

  @Override
  public Ask ask(GradedBatch batch, int attempt) {
    return judge.ask(batch.generated().work(), batch.those(GradedDraft::wantsJudge));
  }

  @Override
  public GradedBatch read(GradedBatch batch, Reply reply, int attempts) {
    if (reply == null) {
      return batch;
    }
    int shown = batch.those(GradedDraft::wantsJudge).size();
    boolean reached = reply.ok();
    Iterator<Grade> grades =
        reached ? judge.grades(reply, shown).iterator() : java.util.Collections.emptyIterator();
    boolean gaps = batch.gaps() || !reached;
    List<GradedDraft> judged = new ArrayList<>();
    for (GradedDraft draft : batch.drafts()) {
      if (!draft.wantsJudge()) {
        judged.add(draft);
      } else if (reached) {
        Grade grade = grades.next();
        gaps |= grade == null || grade.verdict() == null;
        judged.add(grade == null ? unsaid(draft) : judged(draft.graded(grade)));
      } else {
        judged.add(unreached(draft.graded(judge.unjudged(reply))));
      }
    }
    String askId = batch.judgeAskId() == null ? reply.askId() : batch.judgeAskId();
    return new GradedBatch(batch.generated(), judged, askId, gaps);
  }

  @Override
  public Class<GradedBatch> result() {
    return GradedBatch.class;
  }

  private static GradedDraft unsaid(GradedDraft draft) {
    return draft.fallen(stage(draft), List.of("judgement_missing"));
  }

  private static GradedDraft unreached(GradedDraft draft) {
    return draft.repaired() ? draft.fallen(stage(draft), List.of("repair_not_judged")) : draft;
  }

  private static GradedDraft judged(GradedDraft draft) {
    Grade grade = draft.grade();
    if (grade.verdict() == null) {
      List<String> reasons = new ArrayList<>(List.of("judgement_invalid"));
      reasons.addAll(grade.problems());
      return draft.fallen(stage(draft), reasons);
    }
    if (draft.repaired() && !grade.says(Verdict.KEEP)) {
      return draft.fallen(stage(draft), List.of("repair_below_keep"));
    }
    return grade.says(Verdict.REJECT) ? draft.fallen(stage(draft), List.of("below_rubric")) : draft;
  }

  private static String stage(GradedDraft draft) {
    return draft.repaired() ? Repairing.STAGE : STAGE;
  }
}
