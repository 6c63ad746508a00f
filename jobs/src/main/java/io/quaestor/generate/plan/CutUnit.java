package io.quaestor.generate.plan;

import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.CoGroupFunction;

/**
 * Cuts one unit's demand: draws its chunks by seed and shares the questions out over them. When a
 * unit has been drawn dry, the draw starts over.
 */
final class CutUnit implements CoGroupFunction<String, ChunkSize, PlannedBatch, Piece> {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final Cut cut;
  private final HashMap<String, Demand> demands = new HashMap<>();

  CutUnit(long seed, Cut cut, List<Demand> demands) {
    this.seed = seed;
    this.cut = cut;
    demands.forEach(demand -> this.demands.put(demand.unitId(), demand));
  }

  @Override
  public Iterator<Piece> call(
      String unitId, Iterator<ChunkSize> chunks, Iterator<PlannedBatch> earlier) {
    Demand demand = demands.get(unitId);
    if (demand == null || !chunks.hasNext()) {
      return List.<Piece>of().iterator();
    }
    Map<String, Integer> before = new HashMap<>();
    earlier.forEachRemaining(batch -> before.merge(batch.topic(), batch.count(), Integer::sum));
    List<Piece> pieces = new ArrayList<>();
    for (Cut.Share share : cut.shares(demand.questions(), draw(demand, chunks), before)) {
      String topic = share.chunks().get(0).topic();
      pieces.add(new Piece(unitId, pieces.size(), topic, share.count(), share.chunks()));
    }
    return pieces.iterator();
  }

  private List<ChunkSize> draw(Demand demand, Iterator<ChunkSize> chunks) {
    List<ChunkSize> all = new ArrayList<>();
    chunks.forEachRemaining(all::add);
    List<ChunkSize> order = Seeds.sample(all, all.size(), seed, ChunkSize::chunkId);
    List<ChunkSize> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(demand.draw(), order.size()); i++) {
      drawn.add(order.get((demand.drawnBefore() + i) % order.size()));
    }
    return drawn;
  }
}
