package io.quaestor.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quaestor.tables.Topic;
import io.quaestor.topics.Suggested.Name;
import io.quaestor.topics.Suggested.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestMergeUnit {
  private static final MergeUnit MERGE = new MergeUnit(0.8, "cheap", "v1");

  @Test
  void aTopicOfSeveralBatchesIsShownUnderTheNameWithMostPassages() {
    List<Topic> topics =
        MERGE.merge(
            "u",
            List.of(
                batch(0, 3, name("Présent", 1), name("La négation", 0)),
                batch(1, 3, name("Le présent", 3, 4), name("le présent.", 5))));
    assertEquals(
        List.of(
            "La négation [c0] [La négation]",
            "Le présent [c1, c3, c4, c5] [Le présent, le présent., Présent]",
            "Titre 2 [c2] [Titre 2]"),
        shown(topics));
    assertEquals(
        List.of("model cheap v1", "model cheap v1", "heading null null"),
        topics.stream()
            .map(t -> "%s %s %s".formatted(t.source(), t.model(), t.promptVersion()))
            .toList());
  }

  @Test
  void theOrderInWhichBatchesComeDoesNotMatter() {
    List<Suggested> batches =
        List.of(
            batch(0, 2, name("Eau", 0)),
            batch(1, 2, name("L'eau", 2)),
            batch(2, 2, name("Air", 5)));
    List<Suggested> backwards = new ArrayList<>(batches);
    Collections.reverse(backwards);
    List<Topic> topics = new ArrayList<>();
    MERGE.call("u", backwards.iterator()).forEachRemaining(topics::add);
    assertEquals(MERGE.merge("u", batches), topics);
    assertEquals("Eau", topics.get(0).topic());
  }

  @Test
  void passagesWithoutATopicKeepTheirHeadingsOnceEach() {
    Suggested failed =
        new Suggested(
            "u",
            0,
            List.of(new Passage("a", "Un"), new Passage("b", "Deux"), new Passage("c", "Un")),
            List.of(),
            0,
            "failed");
    assertEquals(
        List.of("Un [a, c] [Un]", "Deux [b] [Deux]"), shown(MERGE.merge("u", List.of(failed))));
  }

  @Test
  void anotherPassageMakesAnotherId() {
    Topic one = MERGE.merge("u", List.of(batch(0, 2, name("Eau", 0)))).get(0);
    Topic both = MERGE.merge("u", List.of(batch(0, 2, name("Eau", 0, 1)))).get(0);
    assertNotEquals(one.topicId(), both.topicId());
  }

  private static Suggested batch(int ordinal, int size, Name... names) {
    List<Passage> passages =
        Stream.iterate(ordinal * size, i -> i + 1)
            .limit(size)
            .map(i -> new Passage("c" + i, "Titre " + i))
            .toList();
    return new Suggested("u", ordinal, passages, List.of(names), 0, null);
  }

  private static Name name(String name, int... chunks) {
    return new Name(name, java.util.Arrays.stream(chunks).mapToObj(i -> "c" + i).toList());
  }

  private static List<String> shown(List<Topic> topics) {
    return topics.stream().map(t -> t.topic() + " " + t.chunkIds() + " " + t.names()).toList();
  }
}
