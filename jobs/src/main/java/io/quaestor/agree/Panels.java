package io.quaestor.agree;

import io.quaestor.tables.AuditorPanel;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.DawidSkene;
import io.quaestor.udfs.agreement.raters.EffectiveRaters;
import io.quaestor.udfs.agreement.raters.KrippendorffAlpha;
import io.quaestor.udfs.agreement.raters.ManyRaters;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/** The rows of {@code auditor_panels} of one segment, from the counts of its vote patterns. */
record Panels(String comparisonId, Jury jury, Instant createdAt)
    implements FlatMapGroupsFunction<String, Vote, AuditorPanel> {
  private static final List<Category> SCALE = List.of(Category.of(false), Category.of(true));

  private static final int BAD = 0;
  private static final int GOOD = 1;

  @Override
  public Iterator<AuditorPanel> call(String segment, Iterator<Vote> votes) {
    List<Panel> panels = panels();
    while (votes.hasNext()) {
      Vote vote = votes.next();
      panels.forEach(panel -> panel.add(vote));
    }
    return panels.stream()
        .filter(panel -> panel.units(1) > 0)
        .map(panel -> row(segment, panel))
        .iterator();
  }

  /** One for each criterion that two or more have. */
  private List<Panel> panels() {
    int[] all = IntStream.range(0, jury.auditors().size()).toArray();
    List<Panel> panels = new ArrayList<>();
    IntStream.of(all)
        .boxed()
        .flatMap(i -> jury.criteria(i).stream())
        .distinct()
        .forEach(
            criterion -> {
              int[] having =
                  IntStream.of(all).filter(i -> jury.criteria(i).contains(criterion)).toArray();
              if (having.length > 1) {
                panels.add(new Panel(jury, criterion, having));
              }
            });
    Stream.of(Jury.FLAGGED_GATE, Jury.FLAGGED_ANY)
        .forEach(criterion -> panels.add(new Panel(jury, criterion, all)));
    return panels;
  }

  private AuditorPanel row(String segment, Panel panel) {
    Reasons reasons = new Reasons();
    Estimate fleiss = ManyRaters.fleissKappa(panel.complete(), SCALE);
    DawidSkene latent =
        DawidSkene.fit(panel.patterns, SCALE, DawidSkene.Options.PAPER.withSmoothing(1));
    if (latent.undefined() != null) {
      reasons.note("fail_share", latent.undefined());
      reasons.note("error_rates", latent.undefined());
    }
    return new AuditorPanel(
        comparisonId,
        segment,
        panel.criterion,
        IntStream.of(panel.auditors).mapToObj(jury.auditors()::get).toList(),
        panel.auditors.length,
        panel.units(1),
        panel.units(2),
        panel.units(panel.auditors.length),
        reasons.value(
            "krippendorff_alpha",
            KrippendorffAlpha.of(panel.patterns, KrippendorffAlpha.Level.NOMINAL, SCALE)),
        reasons.value("fleiss_kappa", fleiss.point()),
        Reasons.interval(fleiss),
        reasons.value("effective_auditors", EffectiveRaters.of(panel.patterns)),
        latent.undefined() == null ? (Double) latent.prevalence()[BAD] : null,
        latent.undefined() == null ? errors(panel, latent) : List.of(),
        reasons.map(),
        createdAt);
  }

  private List<AuditorPanel.ErrorRates> errors(Panel panel, DawidSkene latent) {
    return IntStream.range(0, panel.auditors.length)
        .mapToObj(
            i ->
                new AuditorPanel.ErrorRates(
                    jury.auditors().get(panel.auditors[i]),
                    latent.rate(i, BAD, BAD),
                    latent.rate(i, GOOD, GOOD)))
        .toList();
  }

  /** How often each pattern of verdicts on one criterion occurs. */
  private static final class Panel {
    private final String criterion;
    private final int[] auditors;
    private final Reading[] readings;
    private final Patterns patterns = new Patterns();

    Panel(Jury jury, String criterion, int[] auditors) {
      this.criterion = criterion;
      this.auditors = auditors;
      this.readings =
          IntStream.of(auditors).mapToObj(i -> jury.reading(i, criterion)).toArray(Reading[]::new);
    }

    void add(Vote vote) {
      List<Category> pattern = new ArrayList<>();
      for (int i = 0; i < auditors.length; i++) {
        long code = vote.codes().get(auditors[i]);
        int reading = code == Slots.NOT_JUDGED ? Reading.UNSCORED : readings[i].of(code);
        pattern.add(reading == Reading.UNSCORED ? null : SCALE.get(reading));
      }
      patterns.add(pattern, vote.questions());
    }

    /** Questions with at least so many verdicts. */
    long units(int verdicts) {
      return patterns.sorted().entrySet().stream()
          .filter(each -> given(each.getKey()) >= verdicts)
          .mapToLong(each -> each.getValue())
          .sum();
    }

    /** Those that all have scored. */
    Patterns complete() {
      Patterns complete = new Patterns();
      patterns.sorted().entrySet().stream()
          .filter(each -> given(each.getKey()) == auditors.length)
          .forEach(each -> complete.add(each.getKey(), each.getValue()));
      return complete;
    }

    private static long given(List<Category> pattern) {
      return pattern.stream().filter(category -> category != null).count();
    }
  }
}
