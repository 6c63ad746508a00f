package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.Drafts;
import io.quaestor.udfs.candidate.CandidateItem;
import java.util.List;
import java.util.stream.Collectors;

/** Practice items for one topic, as a model wrote them. */
record CourseSet(String title, List<Item> items) {

  /** What a model wrote; a set without items when it did not answer. */
  static CourseSet of(Answer answer) {
    return answer.ok() ? Drafts.read(answer.json(), CourseSet.class) : new CourseSet("", List.of());
  }

  /** Whether there are items, and a question can be made of each. */
  boolean valid() {
    return !items.isEmpty() && items.stream().allMatch(Item::usable);
  }

  List<CandidateItem> scored() {
    return items.stream().map(Item::scored).toList();
  }

  /** All item texts, for likeness. */
  String text() {
    return items.stream().map(Item::text).collect(Collectors.joining("\n"));
  }
}
