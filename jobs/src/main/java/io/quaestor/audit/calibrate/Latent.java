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
 * Dawid and Skene's estimates by criterion, from votes alone: what would be known of the auditors
 * had nobody kept the truth.
 */
final class Latent {
  private static final List<Category> SCALE = List.of(Category.of(false), Category.of(true));
  private static final int BROKEN = 0;
  private static final int HOLDS = 1;

  private final Map<String, Fit> fits = new HashMap<>();

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

  private record Fit(List<String> auditors, DawidSkene model) {}

  Latent(List<VotePattern> patterns) {
    patterns.stream()
        .map(VotePattern::criterion)
        .distinct()
        .forEach(
            criterion ->
                fits.put(
                    criterion,
                    fit(patterns.stream().filter(p -> p.criterion().equals(criterion)).toList())));
  }

  /**
   * @param anyPlanted without a single broken item there is no class to estimate
   */
  Rates of(String auditor, String criterion, String defect, boolean anyPlanted) {
    if (!defect.equals(Accuracy.ALL)) {
      return Rates.none("all_kinds_only");
    }
    Fit fit = fits.get(criterion);
    if (fit == null || !anyPlanted) {
      return Rates.none("nothing_planted");
    }
    if (fit.model.undefined() != null) {
      return Rates.none(fit.model.undefined());
    }
    int place = fit.auditors.indexOf(auditor);
    return new Rates(
        fit.model.rate(place, BROKEN, BROKEN), fit.model.rate(place, HOLDS, HOLDS), null);
  }

  private static Fit fit(List<VotePattern> patterns) {
    TreeSet<String> names = new TreeSet<>();
    patterns.forEach(pattern -> pattern.ballots().forEach(ballot -> names.add(ballot.auditor())));
    List<String> auditors = List.copyOf(names);
    Patterns counts = new Patterns();
    for (VotePattern pattern : patterns) {
      Map<String, Category> said = new HashMap<>();
      for (Ballot ballot : pattern.ballots()) {
        said.put(ballot.auditor(), ballot.holds() == null ? null : Category.of(ballot.holds()));
      }
      counts.add(auditors.stream().map(said::get).toList(), pattern.items());
    }
    return new Fit(
        auditors, DawidSkene.fit(counts, SCALE, DawidSkene.Options.PAPER.withSmoothing(1)));
  }
}
