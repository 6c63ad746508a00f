package io.quaestor.udfs.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestBacking {
  private static final List<String> SPANS = List.of("s1");
  private static final List<String> WHY = List.of("misconception");

  @Test
  void whatIsThereIsNotRejected() {
    assertEquals(List.of(), rejections(2, false, "mcq_single", WHY));
  }

  @Test
  void oneStepIsEnoughToDefineOrIdentify() {
    assertEquals(List.of(), rejections(0, true, "mcq_single", WHY));
    assertEquals(List.of("reasoning_too_shallow"), rejections(1, false, "mcq_single", WHY));
    assertEquals(List.of("reasoning_too_shallow"), rejections(null, false, "mcq_single", WHY));
  }

  @Test
  void onlyMultipleChoiceNeedsRationales() {
    List<String> none = Arrays.asList(null, " \u200B");
    assertEquals(List.of("no_distractor_rationales"), rejections(2, false, "mcq_multi", none));
    assertEquals(List.of("no_distractor_rationales"), rejections(2, false, "MCQ-Single", null));
    for (String type : Arrays.asList("true_false", "fill_in_blank", "writing", "riddle", null)) {
      assertEquals(List.of(), rejections(2, false, type, List.of()));
    }
  }

  @Test
  void nothingAtAllIsRejectedForEveryReasonThatApplies() {
    assertEquals(
        List.of("no_evidence_spans", "reasoning_too_shallow", "no_material_context"),
        new Backing(null, null, false, null, null, null).hardRejections());
  }

  @Test
  void noTextMakesItThrow() {
    RandomText texts = new RandomText(new SplittableRandom(35));
    String huge = "\uD800é ".repeat(350_000);
    for (int i = 0; i < 2_000; i++) {
      List<String> list = new ArrayList<>(Arrays.asList(texts.next(20), null, i == 0 ? huge : ""));
      String type = i == 0 ? huge : texts.nextOrKnown(List.of("mcq_single"), 30);
      assertTrue(new Backing(list, i, false, true, type, list).hardRejections().size() <= 2);
    }
  }

  private static List<String> rejections(
      Integer steps, boolean define, String type, List<String> rationales) {
    return new Backing(SPANS, steps, define, true, type, rationales).hardRejections();
  }
}
