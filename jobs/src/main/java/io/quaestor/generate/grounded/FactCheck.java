package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.Origin;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Fact;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Found;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Normalise;
import io.quaestor.udfs.text.Quotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes facts of the claims of a batch's one chunk; pure. */
final class FactCheck {
  static final String ASKED = "asked";
  static final String DROPPED = "dropped";
  private static final String SPARE = "spare";

  private final PlannedBatch batch;
  private final Chunk chunk;
  private final Quotes quotes;
  private final Origin origin;

  FactCheck(BatchWork work, Origin origin) {
    this.batch = work.batch();
    this.chunk = work.chunks().get(0);
    this.quotes = Quotes.in(chunk.text());
    this.origin = origin;
  }

  /**
   * The first claims, each text once. One without a quote that stands in the chunk is dropped; of
   * the others as many are asked for as the batch wants questions.
   *
   * @param most claims that are taken
   */
  List<Fact> facts(List<Claim> claims, int most) {
    Map<String, Claim> distinct = new LinkedHashMap<>();
    claims.forEach(claim -> distinct.putIfAbsent(Normalise.text(claim.claim()), claim));
    List<Fact> facts = new ArrayList<>();
    int asked = 0;
    for (Claim claim : distinct.values().stream().limit(most).toList()) {
      List<Found> found = found(claim);
      boolean sound = !found.isEmpty() && !Normalise.isBlank(claim.claim());
      String status = !sound ? DROPPED : asked < batch.count() ? ASKED : SPARE;
      asked += ASKED.equals(status) ? 1 : 0;
      facts.add(fact(facts.size(), claim, found, status));
    }
    return facts;
  }

  private List<Found> found(Claim claim) {
    return claim.evidenceQuotes().stream()
        .map(quotes::find)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Fact fact(int ordinal, Claim claim, List<Found> found, String status) {
    return new Fact(
        Hashes.id("fct", batch.batchId(), String.valueOf(ordinal)),
        batch.runId(),
        batch.batchId(),
        batch.unitId(),
        chunk.topic(),
        chunk.chunkId(),
        ordinal,
        claim.claimId(),
        claim.claimType(),
        claim.claim(),
        QuotedSpans.ids(chunk, claim.evidenceSpanIds(), found),
        found.stream().map(at -> at.of(chunk.text())).toList(),
        claim.evidenceQuotes().stream().filter(quote -> quotes.find(quote).isEmpty()).toList(),
        claim.commonConfusions(),
        status,
        origin.askId(),
        origin.answeredAt());
  }
}
