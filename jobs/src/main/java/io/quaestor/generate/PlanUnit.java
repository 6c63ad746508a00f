package io.quaestor.generate;

import io.quaestor.conf.DirectConf;
import io.quaestor.conf.ModelConf;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * Plans one unit's batches: draws its chunks by seed, shares them out, gives each batch its cell.
 *
 * <p>Every chunk drawn is sent once when there are enough for the batches, else as evenly as can
 * be. When a unit has been drawn dry, the draw starts over.
 */
final class PlanUnit implements FlatMapGroupsFunction<String, ChunkSize, PlannedBatch> {
  private static final long serialVersionUID = 1L;

  private final String runId;
  private final int round;
  private final long seed;
  private final HashMap<String, Demand> demands = new HashMap<>();
  private final Mix mix;
  private final DirectConf conf;
  private final Estimate estimate;
  private final String model;

  PlanUnit(RunSpec spec, int round, List<Demand> demands, Estimate estimate) {
    this.runId = spec.runId();
    this.round = round;
    this.seed = spec.seed();
    demands.forEach(demand -> this.demands.put(demand.unitId(), demand));
    this.mix = Mix.of(spec.conf(), spec.type(), spec.difficulty());
    this.conf = spec.conf();
    this.estimate = estimate;
    this.model = spec.model();
  }

  @Override
  public Iterator<PlannedBatch> call(String unitId, Iterator<ChunkSize> chunks) {
    Demand demand = demands.get(unitId);
    if (demand == null) {
      return List.<PlannedBatch>of().iterator();
    }
    List<ChunkSize> drawn = draw(demand, chunks);
    int batches = (demand.questions() + conf.batchSize() - 1) / conf.batchSize();
    List<PlannedBatch> planned = new ArrayList<>();
    for (int b = 0; b < batches; b++) {
      int count = Math.min(conf.batchSize(), demand.questions() - b * conf.batchSize());
      planned.add(batch(demand, b, count, share(drawn, b, batches)));
    }
    return planned.iterator();
  }

  private List<ChunkSize> draw(Demand demand, Iterator<ChunkSize> chunks) {
    List<ChunkSize> all = new ArrayList<>();
    chunks.forEachRemaining(all::add);
    List<ChunkSize> order = Seeds.sample(all, all.size(), seed, ChunkSize::chunkId);
    List<ChunkSize> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(demand.draw(), order.size()); i++) {
      drawn.add(order.get((demand.drawnBefore() + i) % order.size()));
    }
    drawn.sort(Comparator.comparing(ChunkSize::documentId).thenComparingInt(ChunkSize::ordinal));
    return drawn;
  }

  /** Neighbouring chunks go together: batch b of n takes the b-th of n equal stretches. */
  private static List<ChunkSize> share(List<ChunkSize> drawn, int batch, int batches) {
    if (drawn.size() <= batches) {
      return List.of(drawn.get(batch % drawn.size()));
    }
    int from = (int) ((long) batch * drawn.size() / batches);
    int to = (int) ((long) (batch + 1) * drawn.size() / batches);
    return drawn.subList(from, to);
  }

  private PlannedBatch batch(Demand demand, int number, int count, List<ChunkSize> chunks) {
    int ordinal = demand.firstBatch() + number;
    Mix.Cell cell = mix.cell(ordinal);
    String batchId = Hashes.id("bat", runId, String.valueOf(ordinal));
    String alias = model == null ? route(cell) : model;
    long chunkTokens = chunks.stream().mapToLong(ChunkSize::tokens).sum();
    Estimate.Batch cost = estimate.batch(alias, chunkTokens, count);
    return new PlannedBatch(
        batchId,
        runId,
        round,
        ordinal,
        demand.unitId(),
        chunks.get(0).topic(),
        cell.type(),
        cell.difficulty(),
        count,
        chunks.stream().map(ChunkSize::chunkId).toList(),
        alias,
        Seeds.of(seed, demand.unitId(), String.valueOf(ordinal)) >>> 33,
        cost.inputTokens(),
        cost.outputTokens(),
        cost.costUsd());
  }

  private String route(Mix.Cell cell) {
    boolean typed = QuestionType.parse(cell.type()).map(QuestionType::isTyped).orElse(true);
    boolean advanced =
        Difficulty.parse(cell.difficulty()).filter(Difficulty.ADVANCED::equals).isPresent();
    return typed || advanced ? conf.routing().strong() : conf.routing().cheap();
  }

  /** Models a run can send to, by alias. */
  static Map<String, ModelConf> models(RunSpec spec, Map<String, ModelConf> all) {
    Map<String, ModelConf> used = new HashMap<>();
    if (spec.model() == null) {
      used.put(spec.conf().routing().cheap(), all.get(spec.conf().routing().cheap()));
      used.put(spec.conf().routing().strong(), all.get(spec.conf().routing().strong()));
    } else {
      used.put(spec.model(), all.get(spec.model()));
    }
    used.put(spec.conf().validate().model(), all.get(spec.conf().validate().model()));
    return used;
  }
}
