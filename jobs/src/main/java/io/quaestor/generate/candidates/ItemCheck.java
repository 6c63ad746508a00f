package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.tables.Evidence;
import io.quaestor.udfs.candidate.Arithmetic;
import io.quaestor.udfs.structure.Problem;
import java.util.ArrayList;
import java.util.List;

/** A numeric item has no options and no answer that is provably wrong; all evidence is found. */
record ItemCheck(boolean numeric) implements Check {
  private static final String WRONG = "arithmetic_wrong";

  @Override
  public Finding of(About about, DraftQuestion draft, Evidence evidence, double grounding) {
    List<String> problems = numeric ? problems(draft) : List.of();
    return problems.isEmpty()
        ? Check.wholly(about, draft, evidence, grounding)
        : Finding.at(Checks.STRUCTURE, problems);
  }

  private static List<String> problems(DraftQuestion draft) {
    List<String> problems = new ArrayList<>();
    if (!Arithmetic.isRight(draft.stem(), draft.answer().get(0)).orElse(true)) {
      problems.add(WRONG);
    }
    if (!draft.options().isEmpty()) {
      problems.add(Problem.OPTION_COUNT.code());
    }
    return problems;
  }
}
