package io.quaestor.generate.batch;

import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Span;
import io.quaestor.udfs.grounding.Citation;
import io.quaestor.udfs.grounding.Grounding;
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
public final class Checks {
  public static final String STRUCTURE = "structure";
  public static final String EVIDENCE = "evidence";
  public static final String GENERATION = "generation";

  private Checks() {}

  /** One result per slot asked for; slots the model left out fail with {@code not_returned}. */
  public static List<CheckedDraft> drafts(BatchWork work, List<DraftQuestion> drafts, Check check) {
    List<CheckedDraft> checked = new ArrayList<>();
    for (int slot = 0; slot < work.batch().count(); slot++) {
      checked.add(
          slot < drafts.size()
              ? draft(work, slot, drafts.get(slot), check)
              : missing(slot, "not_returned"));
    }
    return checked;
  }

  /** A slot for which there is no draft. */
  public static CheckedDraft missing(int slot, String reason) {
    return new CheckedDraft(slot, null, -1, null, 0, GENERATION, List.of(reason));
  }

  /** A draft in its slot. */
  public static CheckedDraft draft(BatchWork work, int slot, DraftQuestion draft, Check check) {
    int index = passage(draft.passage(), work.chunks().size());
    Chunk chunk = index < 0 ? null : work.chunks().get(index);
    Evidence evidence = chunk == null ? null : evidence(chunk, draft);
    double grounding = chunk == null ? 0 : grounding(chunk, draft);
    List<String> problems = StructureCheck.problems(draft.structure(work.batch().type()));
    Check.Finding finding =
        problems.isEmpty()
            ? check.of(
                new Check.About(work.batch().type(), language(work, index)),
                draft,
                evidence,
                grounding)
            : Check.Finding.at(STRUCTURE, problems);
    return new CheckedDraft(
        slot, draft, index, evidence, grounding, finding.stage(), finding.reasons());
  }

  private static String language(BatchWork work, int index) {
    return index < 0 ? null : work.chunks().get(index).language();
  }

  private static int passage(String name, int passages) {
    for (int i = 0; i < passages; i++) {
      if (io.quaestor.prompt.Fence.passageName(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
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

  private static double grounding(Chunk chunk, DraftQuestion draft) {
    List<Citation> citations = new ArrayList<>();
    draft.quotes().forEach(quote -> citations.add(new Citation(null, quote)));
    draft.evidenceSpanIds().forEach(span -> citations.add(new Citation(span, null)));
    return Grounding.score(chunk.spans().stream().map(Span::id).toList(), chunk.text(), citations);
  }
}
