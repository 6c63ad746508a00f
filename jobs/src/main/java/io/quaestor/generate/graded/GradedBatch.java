package io.quaestor.generate.graded;

import io.quaestor.generate.batch.GeneratedBatch;
import java.util.List;
import java.util.function.Predicate;

/**
 * A batch on its way through judge and repair.
 *
 * @param judgeAskId the first judging ask, null when there was nothing to judge
 * @param gaps whether an answer is missing that drafts hung on
 */
public record GradedBatch(
    GeneratedBatch generated, List<GradedDraft> drafts, String judgeAskId, boolean gaps) {

  static GradedBatch of(GeneratedBatch generated) {
    return new GradedBatch(
        generated, generated.drafts().stream().map(GradedDraft::of).toList(), null, false);
  }

  List<GradedDraft> those(Predicate<GradedDraft> which) {
    return drafts.stream().filter(which).toList();
  }
}
