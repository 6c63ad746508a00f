package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.Origin;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Fact;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A chunk of two sentences, and claims of it. */
final class Claims {
  static final String TEXT = "Le chat dort. Il mange « du » poisson.";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Claims() {}

  static BatchWork work(int count) {
    PlannedBatch batch =
        new PlannedBatch(
            "bat",
            "run",
            0,
            0,
            "u",
            "t",
            "mcq_single",
            "beginner",
            count,
            List.of("c"),
            "cheap",
            1,
            2,
            0,
            0,
            BigDecimal.ZERO);
    Chunk chunk =
        new Chunk(
            "c",
            "d",
            "u",
            0,
            "Le chat",
            List.of("Le chat"),
            TEXT,
            List.of(new Span("s1", 0, 13, 1), new Span("s2", 14, TEXT.length(), 2)),
            1,
            2,
            9,
            "fr",
            "x");
    return new BatchWork(batch, List.of(chunk), List.of("v"));
  }

  static Claim claim(String text, String... quotes) {
    return new Claim("c", text, "fact", List.of("s9"), List.of(quotes), List.of("le chien"));
  }

  static List<Fact> facts(int count, int most, Claim... claims) {
    return new FactCheck(work(count), new Origin("m", "ask", NOON)).facts(List.of(claims), most);
  }

  static AskedClaim asked() {
    return new AskedClaim("bat#0", work(1), facts(1, 12, claim("Le chat dort.", TEXT)).get(0));
  }
}
