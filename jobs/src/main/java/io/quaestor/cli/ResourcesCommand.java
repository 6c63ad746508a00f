package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.ResourceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code resources}. */
@Command(
    name = "resources",
    description = "Lists the links, images, audio and video in Markdown and HTML documents.")
final class ResourcesCommand extends ReadCommand {
  @Option(names = "--unit", paramLabel = "U", description = "Only of this unit.")
  private String unit;

  @Override
  void read(App app) {
    ResourceList resources = new ResourceList(app.existingLake(), unit);
    if (json()) {
      out().println(resources.json());
    } else {
      resources.text().forEach(out()::println);
    }
  }
}
