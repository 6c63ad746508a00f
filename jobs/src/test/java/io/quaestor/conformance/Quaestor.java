package io.quaestor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** The program as people run it, in a process of its own; what it says on stderr is kept. */
final class Quaestor {
  private static final int END_SECONDS = 400;
  private static final String ROOT = System.getProperty("quaestor.root");

  private Quaestor() {}

  /**
   * A Spark Connect server that answers.
   *
   * @param listening where it says that it listens
   * @param address what it tells clients to give as address
   */
  record Serving(Process process, String listening, String address) {
    /** Tells it to end, and gives the exit code. */
    int stop() throws InterruptedException {
      process.destroy();
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
      return process.exitValue();
    }
  }

  /** Starts a command; what it prints and its report go into the folder. */
  static Process start(Path folder, String... arguments) throws IOException {
    return builder(folder, Map.of(), arguments)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }

  static void ended(Process process, Path folder) throws IOException, InterruptedException {
    process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
  }

  static Serving serve(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("connect"));
    command.addAll(List.of(arguments));
    Process process = builder(folder, environment, command.toArray(String[]::new)).start();
    BufferedReader out = process.inputReader();
    String listening = null;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("is served at")) {
        listening = line.replaceAll(".*(sc://[^;]*);.*", "$1");
      } else if (line.contains(".remote(")) {
        return new Serving(process, listening, line.replaceAll(".*\"(sc://.*)\".*", "$1"));
      }
    }
    return Assertions.fail("No server: " + Files.readString(folder.resolve("err.txt")));
  }

  private static ProcessBuilder builder(
      Path folder, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(ROOT, "conf", "java-options"),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquaestor.home=" + Path.of(ROOT).toAbsolutePath(),
                "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
                "io.quaestor.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(environment);
    return builder.redirectError(folder.resolve("err.txt").toFile());
  }
}
