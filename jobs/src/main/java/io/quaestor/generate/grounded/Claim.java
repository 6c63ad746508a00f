package io.quaestor.generate.grounded;

import io.quaestor.tables.Fact;
import java.util.List;
import java.util.stream.Stream;

/** A claim as a model wrote it. */
record Claim(
    String claimId,
    String claim,
    String claimType,
    List<String> evidenceSpanIds,
    List<String> evidenceQuotes,
    List<String> commonConfusions) {

  /** The claim that a fact was made of, as far as the fact has it. */
  static Claim of(Fact fact) {
    return new Claim(
        fact.claimId(),
        fact.claim(),
        fact.claimType(),
        fact.evidenceSpanIds(),
        Stream.concat(fact.quotes().stream(), fact.unverified().stream()).toList(),
        fact.confusions());
  }

  /** A reply with claims. */
  record Bank(List<Claim> claims) {}
}
