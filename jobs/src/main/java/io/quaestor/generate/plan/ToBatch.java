package io.quaestor.generate.plan;

import io.quaestor.conf.PlanConf;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Seeds;
import org.apache.spark.api.java.function.MapFunction;

/** Gives a numbered piece its cell, model, seed and estimate. */
final class ToBatch implements MapFunction<ToBatch.Numbered, PlannedBatch> {
  private static final long serialVersionUID = 1L;

  /**
   * A piece and its place in the run.
   *
   * @param ordinal 0-based
   */
  public record Numbered(int ordinal, Piece piece) {}

  private final String runId;
  private final int round;
  private final long seed;
  private final Mix mix;
  private final PlanConf.Routing routing;
  private final String model;
  private final Estimate estimate;

  ToBatch(RunSpec spec, int round, Estimate estimate) {
    this.runId = spec.runId();
    this.round = round;
    this.seed = spec.seed();
    this.mix = Mix.of(spec.conf().plan(), spec.type(), spec.difficulty());
    this.routing = spec.conf().plan().routing();
    this.model = spec.model();
    this.estimate = estimate;
  }

  @Override
  public PlannedBatch call(Numbered numbered) {
    Piece piece = numbered.piece();
    String ordinal = String.valueOf(numbered.ordinal());
    Mix.Cell cell = mix.cell(numbered.ordinal());
    String alias = model == null ? route(cell) : model;
    long chunkTokens = piece.chunks().stream().mapToLong(ChunkSize::tokens).sum();
    Estimate.Batch expected = estimate.batch(alias, chunkTokens, piece.count());
    return new PlannedBatch(
        Hashes.id("bat", runId, ordinal),
        runId,
        round,
        numbered.ordinal(),
        piece.unitId(),
        piece.topic(),
        cell.type(),
        cell.difficulty(),
        piece.count(),
        piece.chunks().stream().map(ChunkSize::chunkId).toList(),
        alias,
        Seeds.of(seed, piece.unitId(), ordinal) >>> 33,
        expected.calls(),
        expected.inputTokens(),
        expected.outputTokens(),
        expected.costUsd());
  }

  private String route(Mix.Cell cell) {
    boolean typed = QuestionType.parse(cell.type()).map(QuestionType::isTyped).orElse(true);
    boolean advanced =
        Difficulty.parse(cell.difficulty()).filter(Difficulty.ADVANCED::equals).isPresent();
    return typed || advanced ? routing.strong() : routing.cheap();
  }
}
