package io.quaestor.udfs.candidate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Scores candidates by fixed rules and picks the best one. */
public final class Candidates {
  /** Weights of the candidate pipeline {@code phase0}, in hundredths. */
  private static final int SCHEMA = 30;

  private static final int PLACEHOLDER = 20;
  private static final int MODE = 20;
  private static final int CONSISTENCY = 15;
  private static final int SELF_REVIEW = 15;

  private Candidates() {}

  /**
   * The parts and their mean by weight: 0.30 schema, 0.20 placeholder, 0.20 mode, 0.15 consistency,
   * 0.15 self-review. Without a usable review its weight goes to the others in proportion.
   *
   * @param items null counts as none, a null item as one that lacks everything
   * @param schemaValid whether the candidate met its schema
   * @param review null for none
   */
  public static CandidateScore score(
      List<CandidateItem> items, boolean schemaValid, SelfReview review) {
    Shares shares =
        new Shares(items == null ? List.of() : items.stream().map(Candidates::given).toList());
    Rational schema = schemaValid ? Rational.ONE : Rational.ZERO;
    Rational placeholder = shares.of(CandidateItem::hasSoundBlank);
    Rational mode = shares.of(CandidateItem::keepsModeRule);
    Rational consistency = shares.consistency();
    Optional<Rational> selfReview = Optional.ofNullable(review).flatMap(SelfReview::mean);
    Rational weighted =
        weigh(SCHEMA, schema)
            .plus(weigh(PLACEHOLDER, placeholder))
            .plus(weigh(MODE, mode))
            .plus(weigh(CONSISTENCY, consistency))
            .plus(weigh(SELF_REVIEW, selfReview.orElse(Rational.ZERO)));
    int weights =
        SCHEMA + PLACEHOLDER + MODE + CONSISTENCY + (selfReview.isPresent() ? SELF_REVIEW : 0);
    return new CandidateScore(
        schema.toDouble(),
        placeholder.toDouble(),
        mode.toDouble(),
        consistency.toDouble(),
        selfReview.map(Rational::toDouble).orElse(null),
        weighted.over(Rational.of(weights)).toDouble());
  }

  /**
   * Where the highest total stands, the first of equals; null scores (candidates that could not be
   * had) are passed over. Empty when there is none.
   */
  public static OptionalInt best(List<CandidateScore> scores) {
    int best = -1;
    for (int i = 0; scores != null && i < scores.size(); i++) {
      CandidateScore score = scores.get(i);
      if (score != null && (best < 0 || score.total() > scores.get(best).total())) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static Rational weigh(int weight, Rational part) {
    return Rational.of(weight).times(part);
  }

  private static CandidateItem given(CandidateItem item) {
    return Objects.requireNonNullElse(item, new CandidateItem(null, null, null, null, null));
  }
}
