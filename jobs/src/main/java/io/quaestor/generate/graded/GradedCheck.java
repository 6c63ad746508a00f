package io.quaestor.generate.graded;

import io.quaestor.conf.GradedConf;
import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.tables.DistractorRationale;
import io.quaestor.tables.Evidence;
import io.quaestor.udfs.flaws.Flaws;
import io.quaestor.udfs.rubric.Backing;
import java.util.ArrayList;
import java.util.List;

/**
 * What turns a draft down whatever a judge would say: under v4 the hard rejections, and too little
 * of its evidence being there.
 */
public record GradedCheck(boolean hardRejections, double minGrounding, List<String> rejectFlaws)
    implements Check {
  static final String HARD = "hard_rejection";
  static final String FLAWS = "flaws";

  public static GradedCheck of(GradedConf conf) {
    return new GradedCheck("v4".equals(conf.rubric()), conf.minGrounding(), conf.rejectFlaws());
  }

  @Override
  public Finding of(About about, DraftQuestion draft, Evidence evidence, double grounding) {
    if (evidence == null) {
      return Finding.at(Checks.EVIDENCE, List.of("unknown_passage"));
    }
    List<String> hard = hardRejections ? backing(about.type(), draft).hardRejections() : List.of();
    if (!hard.isEmpty()) {
      return Finding.at(HARD, hard);
    }
    if (grounding < minGrounding) {
      return Finding.at(Checks.EVIDENCE, List.of("grounding_too_low"));
    }
    boolean none = hardRejections && evidence.evidenceSpanIds().isEmpty();
    if (none) {
      return Finding.at(Checks.EVIDENCE, List.of("evidence_not_found"));
    }
    List<String> flaws = new ArrayList<>(Flaws.of(draft.structure(about.type()), about.language()));
    flaws.retainAll(rejectFlaws);
    return Finding.at(FLAWS, flaws);
  }

  private static Backing backing(String type, DraftQuestion draft) {
    return new Backing(
        draft.evidenceSpanIds(),
        draft.reasoningSteps(),
        Boolean.TRUE.equals(draft.defineOrIdentify()),
        draft.usesMaterialContext(),
        type,
        draft.distractorRationales().stream().map(DistractorRationale::rationale).toList());
  }
}
