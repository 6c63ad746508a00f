package io.quaestor.generate.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.DraftQuestion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestResemblance {
  private static final List<String> NONE = List.of();
  private static final List<String> SIBLING = List.of("similar_to_sibling");

  @Test
  void twoSiblingsThatReadAlikeAreBothMarked() {
    assertEquals(
        List.of(SIBLING, NONE, SIBLING),
        issues(List.of(), "Où dort le chat ?", "Que mange la souris ?", "Le chat dort où ?"));
  }

  @Test
  void aVariantOfAnEarlierRunIsASiblingToo() {
    assertEquals(
        List.of(SIBLING), issues(List.of("Que mange la souris a b"), "Que mange la souris"));
  }

  @Test
  void likenessToTheParentIsACodeOfItsOwn() {
    assertEquals(List.of(List.of("similar_to_parent")), issues(List.of(), "Qui chante ici ?"));
    assertEquals(
        List.of(
            List.of("similar_to_parent", "similar_to_sibling"),
            List.of("similar_to_parent", "similar_to_sibling")),
        issues(List.of(), "Qui chante ici ?", "Ici, qui chante ?"));
  }

  @Test
  void noVariantsNoMarks() {
    assertEquals(List.of(), issues(List.of()));
  }

  private static List<List<String>> issues(List<String> earlier, String... stems) {
    List<CheckedDraft> drafts = Arrays.stream(stems).map(TestResemblance::draft).toList();
    return new Resemblance("Qui chante ici ? a b", earlier, 0.85).issues(drafts);
  }

  private static CheckedDraft draft(String stem) {
    DraftQuestion draft =
        new DraftQuestion(
            "P1",
            stem,
            List.of("a", "b"),
            List.of("a"),
            List.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new CheckedDraft(0, draft, 0, null, 1, null, List.of());
  }
}
