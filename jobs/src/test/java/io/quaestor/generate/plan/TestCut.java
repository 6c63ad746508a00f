package io.quaestor.generate.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.generate.plan.Cut.Share;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three topics of two chunks each, drawn from the last to the first. */
class TestCut {
  private static final List<ChunkSize> DRAWN =
      IntStream.range(0, 6)
          .map(i -> 5 - i)
          .mapToObj(i -> new ChunkSize("c" + i, "d", "u", i, "t" + i / 2, 100))
          .toList();

  @Test
  void evenBatchesTakeNeighbouringChunksInOrder() {
    List<Share> shares = Cut.even(5).shares(12, DRAWN, Map.of());
    assertEquals(List.of(5, 5, 2), counts(shares));
    assertEquals(
        List.of(List.of("c0", "c1"), List.of("c2", "c3"), List.of("c4", "c5")), chunks(shares));
  }

  @Test
  void topicsAreFilledInTheOrderOfTheDraw() {
    List<Share> shares = Cut.byTopic(5, 8).shares(9, DRAWN, Map.of());
    assertEquals(List.of(5, 4), counts(shares));
    assertEquals(List.of(List.of("c4", "c5"), List.of("c2", "c3")), chunks(shares));
  }

  @Test
  void aTopicIsNeverAskedMoreThanItsCap() {
    Map<String, Integer> before = Map.of("t2", 8, "t1", 6);
    List<Share> shares = Cut.byTopic(5, 8).shares(30, DRAWN, before);
    assertEquals(List.of(2, 5, 3), counts(shares));
    assertEquals(0, Cut.byTopic(5, 8).shares(1, DRAWN, Map.of("t0", 8, "t1", 8, "t2", 9)).size());
  }

  @Test
  void fewChunksAreAskedForMuch() {
    List<Share> shares = Cut.byChunk(6, 8).shares(10, DRAWN, Map.of("t2", 3));
    assertEquals(List.of(5, 5), counts(shares));
    assertEquals(List.of(List.of("c5"), List.of("c3")), chunks(shares));
    assertTrue(Cut.byChunk(6, 8).shares(99, DRAWN, Map.of()).stream().allMatch(s -> s.count() > 0));
    assertEquals(
        24, counts(Cut.byChunk(6, 8).shares(99, DRAWN, Map.of())).stream().mapToInt(i -> i).sum());
  }

  private static List<Integer> counts(List<Share> shares) {
    return shares.stream().map(Share::count).toList();
  }

  private static List<List<String>> chunks(List<Share> shares) {
    return shares.stream()
        .map(share -> share.chunks().stream().map(ChunkSize::chunkId).toList())
        .toList();
  }
}
