package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.GradedConf;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.graded.GradedCheck;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the offline provider plants, held against the checks that the pipelines really make. */
class TestPlantedAndCaught {
  private static final GradedCheck CHECK =
      GradedCheck.of(
          (GradedConf)
              ConfHome.load(
                      Path.of(System.getProperty("quaestor.root"), "conf"),
                      null,
                      List.of(),
                      name -> null)
                  .pipeline("graded"));

  @ParameterizedTest
  @CsvSource({
    "duplicate_option, mcq_single, duplicate_option",
    "key_missing, mcq_single, key_not_in_options",
    "two_blanks, fill_in_blank, blank_count",
    "no_evidence, mcq_single, no_evidence_spans",
    "shallow, mcq_single, reasoning_too_shallow",
    "no_context, mcq_single, no_material_context",
    "no_rationales, mcq_single, no_distractor_rationales"
  })
  void everyDefectThatCodeCanDecideIsCaught(String defect, String type, String reason) {
    List<CheckedDraft> drafts = drafts(Map.of(defect, 1.0), type);
    assertTrue(drafts.size() >= 20, "only " + drafts.size());
    for (CheckedDraft draft : drafts) {
      assertTrue(draft.reasons().contains(reason), draft::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"fake_quote", "unknown_span"})
  void aCitationThatIsNotThereIsNeverCounted(String defect) {
    for (CheckedDraft draft : drafts(Map.of(defect, 1.0), "mcq_single")) {
      assertTrue(draft.grounding() < 1, draft::toString);
      assertTrue(!draft.sound() || draft.grounding() >= 0.5, draft::toString);
    }
  }

  @Test
  void noCleanQuestionIsTurnedDown() {
    for (String type : List.of("mcq_single", "mcq_multi", "true_false", "fill_in_blank")) {
      for (CheckedDraft draft : drafts(Map.of(), type)) {
        assertEquals(List.of(), draft.reasons(), draft::toString);
        assertEquals(1.0, draft.grounding(), draft::toString);
      }
    }
  }

  private static List<CheckedDraft> drafts(Map<String, Double> defects, String type) {
    List<CheckedDraft> drafts = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      for (String level : Level.ALL) {
        String message =
            Asked.graded(level, seed, Lessons.ENGLISH)
                .replace("\"type\":\"mcq_single\"", "\"type\":\"" + type + "\"");
        JsonNode reply = Asked.of(defects, message);
        int came = reply.path("questions").size();
        drafts.addAll(Checks.drafts(work(type, came), Drafts.questions(reply.toString()), CHECK));
      }
    }
    return drafts;
  }

  private static BatchWork work(String type, int count) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String sentence : Lessons.ENGLISH) {
      int start = text.length();
      text.append(sentence);
      spans.add(new Span("s" + (spans.size() + 1), start, text.length(), null));
      text.append(' ');
    }
    PlannedBatch batch =
        new PlannedBatch(
            "bat",
            "run",
            0,
            0,
            "u",
            "t",
            type,
            "beginner",
            count,
            List.of("c"),
            "cheap",
            1,
            4,
            0,
            0,
            BigDecimal.ZERO);
    Chunk chunk =
        new Chunk(
            "c",
            "d",
            "u",
            0,
            "t",
            List.of("t"),
            text.toString(),
            spans,
            null,
            null,
            500,
            "en",
            "x");
    return new BatchWork(batch, List.of(chunk), List.of("v"));
  }
}
