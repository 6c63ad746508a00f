package io.quaestor.topics;

import io.quaestor.tables.Chunk;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/** Cuts a unit's passages, which come in order, into batches; one batch in memory at a time. */
final class ToBatches implements FlatMapGroupsFunction<String, Placed, TopicBatch> {
  private static final long serialVersionUID = 1L;

  private final int batchTokens;

  ToBatches(int batchTokens) {
    this.batchTokens = batchTokens;
  }

  @Override
  public Iterator<TopicBatch> call(String unitId, Iterator<Placed> passages) {
    return new Cut(unitId, passages, batchTokens);
  }

  private static final class Cut implements Iterator<TopicBatch> {
    private final String unitId;
    private final Iterator<Placed> passages;
    private final int batchTokens;
    private Chunk next;
    private int ordinal;

    Cut(String unitId, Iterator<Placed> passages, int batchTokens) {
      this.unitId = unitId;
      this.passages = passages;
      this.batchTokens = batchTokens;
      advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public TopicBatch next() {
      List<Chunk> chunks = new ArrayList<>();
      int tokens = 0;
      while (next != null && (chunks.isEmpty() || tokens + next.tokens() <= batchTokens)) {
        chunks.add(next);
        tokens += next.tokens();
        advance();
      }
      String[] ids = chunks.stream().map(Chunk::chunkId).toArray(String[]::new);
      return new TopicBatch(Hashes.id("tpb", ids), unitId, ordinal++, chunks);
    }

    private void advance() {
      next = passages.hasNext() ? passages.next().chunk() : null;
    }
  }
}
