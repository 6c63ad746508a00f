package io.quaestor.generate;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Span;
import io.quaestor.udfs.structure.StructureCheck;
import io.quaestor.udfs.text.Found;
import io.quaestor.udfs.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The checks of a draft that need no further call: structure, then evidence.
 *
 * <p>A model's word on evidence is never taken: a span must exist in the cited chunk and a quote
 * must stand there, and only what does is kept.
 */
final class Checks {
  static final String STRUCTURE = "structure";
  static final String EVIDENCE = "evidence";
  static final String GENERATION = "generation";

  private Checks() {}

  /** One result per slot asked for; slots the model left out fail with {@code not_returned}. */
  static List<CheckedDraft> drafts(BatchWork work, List<DraftQuestion> drafts) {
    List<CheckedDraft> checked = new ArrayList<>();
    for (int slot = 0; slot < work.batch().count(); slot++) {
      checked.add(
          slot < drafts.size()
              ? draft(work, slot, drafts.get(slot))
              : missing(slot, "not_returned"));
    }
    return checked;
  }

  /** A slot for which there is no draft. */
  static CheckedDraft missing(int slot, String reason) {
    return new CheckedDraft(slot, null, -1, null, 0, GENERATION, List.of(reason));
  }

  private static CheckedDraft draft(BatchWork work, int slot, DraftQuestion draft) {
    int index = passage(draft.passage(), work.chunks().size());
    Evidence evidence = index < 0 ? null : evidence(work.chunks().get(index), draft);
    double grounding = evidence == null ? 0 : grounding(draft, evidence);
    List<String> problems = StructureCheck.problems(draft.structure(work.batch().type()));
    String stage = problems.isEmpty() ? null : STRUCTURE;
    if (problems.isEmpty()) {
      problems = evidenceProblems(draft, evidence);
      stage = problems.isEmpty() ? null : EVIDENCE;
    }
    return new CheckedDraft(slot, draft, index, evidence, grounding, stage, problems);
  }

  private static int passage(String name, int passages) {
    for (int i = 0; i < passages; i++) {
      if (io.quaestor.prompt.Fence.passageName(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> evidenceProblems(DraftQuestion draft, Evidence evidence) {
    if (evidence == null) {
      return List.of("unknown_passage");
    }
    if (evidence.quotes().size() < draft.quotes().size()) {
      return List.of("quote_not_found");
    }
    if (evidence.quotes().isEmpty() && evidence.evidenceSpanIds().isEmpty()) {
      return List.of("evidence_not_found");
    }
    return List.of();
  }

  private static Evidence evidence(Chunk chunk, DraftQuestion draft) {
    Quotes quotes = Quotes.in(chunk.text());
    List<Found> found =
        draft.quotes().stream().map(quotes::find).flatMap(Optional::stream).toList();
    List<Span> spans =
        chunk.spans().stream().filter(span -> draft.evidenceSpanIds().contains(span.id())).toList();
    List<Integer> pages =
        spans.stream().map(Span::page).filter(Objects::nonNull).distinct().sorted().toList();
    return new Evidence(
        spans.stream().map(Span::id).toList(),
        List.of(),
        pages,
        found.stream().map(at -> at.of(chunk.text())).toList());
  }

  private static double grounding(DraftQuestion draft, Evidence evidence) {
    long claimed = draft.quotes().size() + draft.evidenceSpanIds().stream().distinct().count();
    int verified = evidence.quotes().size() + evidence.evidenceSpanIds().size();
    return claimed == 0 ? 0 : (double) verified / claimed;
  }
}
