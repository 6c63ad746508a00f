package io.quaestor.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which code ran.
 *
 * @param version of the build
 * @param commit null outside a git working tree
 * @param dirty whether the working tree differed from it; null without one
 */
record Provenance(String version, String commit, Boolean dirty) {

  /** Asks git, when the program's folder is a working tree. */
  static Provenance of(Path home) {
    String version =
        Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
            .orElse("development");
    if (!Files.exists(home.resolve(".git"))) {
      return new Provenance(version, null, null);
    }
    String commit = git(home, "rev-parse", "HEAD");
    String changes = git(home, "status", "--porcelain");
    return new Provenance(
        version,
        commit == null || commit.isEmpty() ? null : commit,
        changes == null ? null : !changes.isEmpty());
  }

  private static String git(Path home, String... words) {
    try {
      ProcessBuilder builder = new ProcessBuilder("git", "-C", home.toString());
      builder.command().addAll(java.util.List.of(words));
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? out.strip() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
