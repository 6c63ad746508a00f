package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Defects of a graded question that its fields alone give away; the text stays as it is. */
enum FormDefect {
  NO_EVIDENCE {
    @Override
    void plant(ObjectNode question, Set<String> spans) {
      question.putArray("evidence_span_ids");
      question.putArray("quotes");
    }
  },
  UNKNOWN_SPAN {
    @Override
    void plant(ObjectNode question, Set<String> spans) {
      String id = "s9";
      while (spans.contains(id)) {
        id += "9";
      }
      question.set("evidence_span_ids", Json.array(List.of(id)));
    }
  },
  SHALLOW {
    @Override
    void plant(ObjectNode question, Set<String> spans) {
      question.put("reasoning_steps", 1);
    }
  },
  NO_CONTEXT {
    @Override
    void plant(ObjectNode question, Set<String> spans) {
      question.put("uses_material_context", false);
    }
  },
  NO_RATIONALES {
    @Override
    void plant(ObjectNode question, Set<String> spans) {
      question.putArray("distractor_rationales");
    }
  };

  static final List<String> KEYS = Arrays.stream(values()).map(FormDefect::key).toList();

  /**
   * Changes the question.
   *
   * @param spans every span id of the passages
   */
  abstract void plant(ObjectNode question, Set<String> spans);

  /** Its name in the configuration. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
