package io.quaestor.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.Chunk;
import io.quaestor.topics.Suggested.Name;
import io.quaestor.topics.Suggested.Passage;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import scala.Tuple2;

/** Reads the reply to a batch; a reply that is no answer suggests nothing and says so. */
final class ReadReply implements MapFunction<Tuple2<TopicBatch, Reply>, Suggested> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int maxTopics;

  ReadReply(int maxTopics) {
    this.maxTopics = maxTopics;
  }

  @Override
  public Suggested call(Tuple2<TopicBatch, Reply> pair) {
    return read(pair._1(), pair._2());
  }

  Suggested read(TopicBatch batch, Reply reply) {
    List<Name> names = new ArrayList<>();
    int said = 0;
    if (reply.ok()) {
      JsonNode topics = parse(reply.json()).path("topics");
      said = topics.size();
      for (int i = 0; i < Math.min(said, maxTopics); i++) {
        add(topics.get(i), batch.chunks(), names);
      }
    }
    return new Suggested(
        batch.unitId(),
        batch.ordinal(),
        batch.chunks().stream().map(chunk -> new Passage(chunk.chunkId(), chunk.topic())).toList(),
        names,
        said - names.size(),
        reply.ok() ? null : reply.status());
  }

  private static void add(JsonNode topic, List<Chunk> chunks, List<Name> names) {
    Map<String, String> byName =
        IntStream.range(0, chunks.size())
            .boxed()
            .collect(Collectors.toMap(Fence::passageName, i -> chunks.get(i).chunkId()));
    Set<String> taught = new LinkedHashSet<>();
    for (JsonNode passage : topic.path("passages")) {
      String chunkId = byName.get(passage.asText().strip());
      if (chunkId != null) {
        taught.add(chunkId);
      }
    }
    String name = topic.path("name").asText().replaceAll("\\s+", " ").strip();
    if (!taught.isEmpty() && !Normalise.isBlank(name)) {
      names.add(new Name(name, List.copyOf(taught)));
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A reply in the ledger passed its schema and is no JSON", e);
    }
  }
}
