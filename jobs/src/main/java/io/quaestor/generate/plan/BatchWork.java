package io.quaestor.generate.plan;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import java.util.List;

/**
 * A planned batch with its source.
 *
 * @param chunks the chunks to be sent, in that order
 * @param sourceVersions content hash of each chunk's document
 */
public record BatchWork(PlannedBatch batch, List<Chunk> chunks, List<String> sourceVersions) {

  /** The same work where its questions are of another type than the plan's. */
  public BatchWork withType(String type) {
    return new BatchWork(batch.withType(type), chunks, sourceVersions);
  }
}
