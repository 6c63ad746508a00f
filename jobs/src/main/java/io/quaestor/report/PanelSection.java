package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.AuditorPanel;
import java.util.Comparator;
import java.util.List;

/** All auditors of a comparison together. */
final class PanelSection {
  private static final int ROWS = 100;

  private PanelSection() {}

  static Section of(List<AuditorPanel> found) {
    if (found.isEmpty()) {
      return Section.of("panels", "Panels of auditors", "No auditors have been compared yet.");
    }
    List<AuditorPanel> panels =
        found.stream()
            .sorted(
                Comparator.comparing((AuditorPanel p) -> -p.raters())
                    .thenComparing(p -> p.auditors().toString())
                    .thenComparing(p -> Pair.place(p.criterion())))
            .limit(ROWS)
            .toList();
    Grid latent = latent(panels);
    Section section =
        Section.of(
                "panels",
                "Panels of auditors",
                "Effective auditors says how many independent ones these are worth (Kish): auditors"
                    + " that err alike are worth fewer votes than they are. Alpha takes every question"
                    + " that two or more scored, Fleiss' kappa those that all scored.")
            .with(grid(panels));
    return latent.isEmpty() ? section : section.with(latent);
  }

  private static Grid grid(List<AuditorPanel> panels) {
    Grid grid =
        Grid.of(
            "Agreement within panels",
            Column.text("Criterion"),
            Column.text("Auditors"),
            Column.number("Scored by one"),
            Column.number("By two or more"),
            Column.number("By all"),
            Column.number("Krippendorff's alpha"),
            Column.number("Fleiss' kappa (95% interval)"),
            Column.number("Effective auditors"));
    panels.forEach(
        p ->
            grid.line(
                Pair.name(p.criterion()),
                String.join(", ", p.auditors()),
                p.units(),
                p.pairableUnits(),
                p.completeUnits(),
                Values.coefficient(
                    p.krippendorffAlpha(), null, p.undefined(), "krippendorff_alpha"),
                Values.coefficient(
                    p.fleissKappa(), p.fleissKappaInterval(), p.undefined(), "fleiss_kappa"),
                Values.coefficient(
                    p.effectiveAuditors(), null, p.undefined(), "effective_auditors")));
    return grid;
  }

  private static Grid latent(List<AuditorPanel> panels) {
    Grid grid =
        Grid.of(
            "Error rates as Dawid and Skene estimate them, without a known truth",
            Column.text("Criterion"),
            Column.number("Truly bad"),
            Column.text("Auditor"),
            Column.number("Sensitivity"),
            Column.number("Specificity"));
    for (AuditorPanel panel : panels) {
      for (AuditorPanel.ErrorRates rates : errors(panel)) {
        grid.line(
            Pair.name(panel.criterion()),
            Values.share(panel.failShare(), null, panel.undefined(), "fail_share"),
            rates.auditor(),
            Format.percent(rates.sensitivity()),
            Format.percent(rates.specificity()));
      }
    }
    return grid.note("It takes auditors to err independently; those that err alike look too good.");
  }

  private static List<AuditorPanel.ErrorRates> errors(AuditorPanel panel) {
    return panel.errorRates() == null ? List.of() : panel.errorRates();
  }
}
