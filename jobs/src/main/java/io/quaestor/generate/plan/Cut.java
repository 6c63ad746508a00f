package io.quaestor.generate.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a pipeline cuts what one round asks of one unit into calls; pure. */
public interface Cut extends Serializable {

  /**
   * @param questions to be asked for, more than 0; fewer are when topics are used up
   * @param drawn chunks of the unit in the seeded order of the draw, never empty
   * @param before questions that earlier rounds asked of a topic
   */
  List<Share> shares(int questions, List<ChunkSize> drawn, Map<String, Integer> before);

  /**
   * Questions and the chunks they are asked of.
   *
   * @param chunks in document order
   */
  record Share(int count, List<ChunkSize> chunks) {}

  /**
   * Batches of one size over neighbouring chunks: batch b of n takes the b-th of n equal stretches;
   * with fewer chunks than batches, one chunk each in turn.
   */
  static Cut even(int batchSize) {
    return (questions, drawn, before) -> {
      List<ChunkSize> ordered = inOrder(drawn);
      int batches = (questions + batchSize - 1) / batchSize;
      List<Share> shares = new ArrayList<>();
      for (int b = 0; b < batches; b++) {
        int count = Math.min(batchSize, questions - b * batchSize);
        shares.add(new Share(count, stretch(ordered, b, batches)));
      }
      return shares;
    };
  }

  /**
   * All chunks of a topic together: as few topics as the batches need, in the order of the draw,
   * the questions spread over them as evenly as can be; then the next topics.
   */
  static Cut byTopic(int batchSize, int perTopic) {
    return (questions, drawn, before) -> {
      Map<String, List<ChunkSize>> topics = new LinkedHashMap<>();
      drawn.forEach(c -> topics.computeIfAbsent(c.topic(), t -> new ArrayList<>()).add(c));
      List<String> free =
          topics.keySet().stream().filter(t -> before.getOrDefault(t, 0) < perTopic).toList();
      int needed = (questions + batchSize - 1) / batchSize;
      List<String> used = free.subList(0, Math.min(needed, free.size()));
      List<Share> shares = new ArrayList<>();
      spread(questions, used, perTopic, before)
          .forEach(
              (topic, count) -> {
                for (int left = count; left > 0; left -= batchSize) {
                  shares.add(new Share(Math.min(batchSize, left), inOrder(topics.get(topic))));
                }
              });
      return shares;
    };
  }

  /** One chunk at a time, as much of it as it gives, so that few chunks are sent. */
  static Cut byChunk(int perChunk, int perTopic) {
    return (questions, drawn, before) -> {
      Map<String, Integer> asked = new LinkedHashMap<>(before);
      List<Share> shares = new ArrayList<>();
      int left = questions;
      for (ChunkSize chunk : drawn) {
        int free = perTopic - asked.getOrDefault(chunk.topic(), 0);
        int count = Math.min(left, Math.min(perChunk, free));
        if (count > 0) {
          shares.add(new Share(count, List.of(chunk)));
          asked.merge(chunk.topic(), count, Integer::sum);
          left -= count;
        }
      }
      return shares;
    };
  }

  private static List<ChunkSize> inOrder(List<ChunkSize> drawn) {
    return drawn.stream()
        .sorted(Comparator.comparing(ChunkSize::documentId).thenComparingInt(ChunkSize::ordinal))
        .toList();
  }

  private static List<ChunkSize> stretch(List<ChunkSize> drawn, int batch, int batches) {
    if (drawn.size() <= batches) {
      return List.of(drawn.get(batch % drawn.size()));
    }
    int from = (int) ((long) batch * drawn.size() / batches);
    int to = (int) ((long) (batch + 1) * drawn.size() / batches);
    return List.copyOf(drawn.subList(from, to));
  }

  private static Map<String, Integer> spread(
      int questions, Iterable<String> topics, int perTopic, Map<String, Integer> before) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int left = questions;
    boolean given = true;
    while (left > 0 && given) {
      given = false;
      for (String topic : topics) {
        int asked = before.getOrDefault(topic, 0) + counts.getOrDefault(topic, 0);
        if (left > 0 && asked < perTopic) {
          counts.merge(topic, 1, Integer::sum);
          left--;
          given = true;
        }
      }
    }
    return counts;
  }
}
