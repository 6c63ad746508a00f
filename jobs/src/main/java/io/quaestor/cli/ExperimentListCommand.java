package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.experiment.ExperimentList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code experiment list}. */
@Command(name = "list", description = "Shows the experiments of a warehouse, newest first.")
final class ExperimentListCommand extends ReadCommand {

  @Override
  void read(App app) {
    List<ExperimentList.Entry> entries = ExperimentList.of(app.existingLake());
    if (json()) {
      entries.forEach(entry -> out().println(Summary.json(entry)));
    } else if (entries.isEmpty()) {
      out().println("There is no experiment yet: quaestor experiment create NAME --cohort A ...");
    } else {
      ExperimentText.list(entries).forEach(out()::println);
    }
  }
}
