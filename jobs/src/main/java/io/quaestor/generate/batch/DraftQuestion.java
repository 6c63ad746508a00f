package io.quaestor.generate.batch;

import io.quaestor.tables.DistractorRationale;
import io.quaestor.udfs.structure.Draft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question as a model wrote it.
 *
 * @param reasoningSteps steps a learner needs, null where the pipeline does not ask for it
 * @param defineOrIdentify whether one step is all it wants, null likewise
 * @param usesMaterialContext whether it uses the material's own examples, null likewise
 */
public record DraftQuestion(
    String passage,
    String stem,
    List<String> options,
    List<String> answer,
    List<String> acceptableVariations,
    String explanation,
    List<DistractorRationale> distractorRationales,
    List<String> evidenceSpanIds,
    List<String> quotes,
    Integer reasoningSteps,
    Boolean defineOrIdentify,
    Boolean usesMaterialContext) {

  /** What the structural checks look at. */
  public Draft structure(String type) {
    return new Draft(type, stem, options, answer);
  }

  /** What a judge is shown. */
  public Map<String, Object> shown(String type, String difficulty) {
    Map<String, Object> shown = new TreeMap<>();
    shown.put("type", type);
    shown.put("difficulty", difficulty);
    shown.put("stem", stem);
    shown.put("options", options);
    shown.put("answer", answer);
    shown.put("acceptable_variations", acceptableVariations);
    shown.put("explanation", explanation);
    shown.put("quotes", quotes);
    return shown;
  }
}
