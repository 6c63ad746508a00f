package io.quaestor.audit.calibrate;

import io.quaestor.audit.calibrate.VotePattern.Ballot;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.DawidSkene;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Dawid and Skene's estimates by one criterion, from votes alone: what would be known of the
 * auditors had nobody kept the truth.
 *
 * @param auditors in the order of the model
 * @param model null where nothing was planted: there is no class of broken items to estimate
 */
record Latent(List<String> auditors, DawidSkene model) {
  /** Why there is no figure that wants items which break the criterion. */
  static final String NOTHING_PLANTED = "nothing_planted";

  /** Of one kind of defect there are none: the model is of all items. */
  static final Rates KIND = Rates.none("all_kinds_only");

  private static final List<Category> SCALE = List.of(Category.of(false), Category.of(true));
  private static final int BROKEN = 0;
  private static final int HOLDS = 1;

  /**
   * An auditor's rates.
   *
   * @param undefined why there are none; null when there are
   */
  record Rates(Double sensitivity, Double specificity, String undefined) {
    private static Rates none(String reason) {
      return new Rates(null, null, reason);
    }
  }

  /** Fitted to all patterns of a criterion. */
  static Latent of(List<VotePattern> patterns) {
    TreeSet<String> names = new TreeSet<>();
    patterns.forEach(pattern -> pattern.ballots().forEach(ballot -> names.add(ballot.auditor())));
    List<String> auditors = List.copyOf(names);
    if (patterns.stream().allMatch(pattern -> pattern.defect() == null)) {
      return new Latent(auditors, null);
    }
    Patterns counts = new Patterns();
    for (VotePattern pattern : patterns) {
      Map<String, Category> said = new HashMap<>();
      for (Ballot ballot : pattern.ballots()) {
        said.put(ballot.auditor(), ballot.holds() == null ? null : Category.of(ballot.holds()));
      }
      counts.add(auditors.stream().map(said::get).toList(), pattern.items());
    }
    return new Latent(
        auditors, DawidSkene.fit(counts, SCALE, DawidSkene.Options.PAPER.withSmoothing(1)));
  }

  Rates of(String auditor) {
    if (model == null) {
      return Rates.none(NOTHING_PLANTED);
    }
    int place = auditors.indexOf(auditor);
    return model.undefined() == null
        ? new Rates(model.rate(place, BROKEN, BROKEN), model.rate(place, HOLDS, HOLDS), null)
        : Rates.none(model.undefined());
  }
}
