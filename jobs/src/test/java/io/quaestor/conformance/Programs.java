package io.quaestor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs of others, installed by name from their registries into the build folder, where they
 * stay until what is to be installed changes.
 *
 * <p>Where a tool or a registry is not to be had a test is skipped and says why; with {@code
 * CI=true} in the environment it fails.
 */
public final class Programs {
  private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
  private static final Path JOBS = Path.of(System.getProperty("quaestor.root", ".."), "jobs");
  private static final Path SOURCES = JOBS.resolve("src/test/conformance").toAbsolutePath();
  private static final Path INSTALLED = JOBS.resolve("target/conformance").toAbsolutePath();
  private static final int INSTALL_SECONDS = 400;
  private static final int RUN_SECONDS = 150;
  private static final int TRY_EVERY_MS = 500;
  private static final int MOST_TRIES = 200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Programs() {}

  /** The folder of the programs for Node. */
  public static Path node() throws IOException, InterruptedException {
    List<String> install = List.of("npm", "install", "--no-audit", "--no-fund");
    return install("npm", "npm", "package.json", List.of(install));
  }

  /**
   * A folder with what a {@code requirements.txt} asks for in its {@code venv}.
   *
   * @param folder under the build folder
   * @param sources folder of the requirements and of files to copy beside them
   */
  public static Path python(String folder, Path sources) throws IOException, InterruptedException {
    String uv = "venv/bin/uv pip install --python venv/bin/python -r requirements.txt";
    return install(
        folder,
        sources.toString(),
        "requirements.txt",
        List.of(
            List.of("python3", "-m", "venv", "venv"),
            List.of("venv/bin/pip", "install", "uv"),
            List.of(uv.split(" "))));
  }

  /**
   * Copies the files of {@code kind} into a folder and, unless the same was done there before, runs
   * the steps in it.
   *
   * @param folder under the build folder
   * @param kind folder of sources, under those of conformance or with an absolute path
   * @param manifest the file among them that says what is to be installed
   * @return the folder, with an absolute path
   */
  public static Path install(String folder, String kind, String manifest, List<List<String>> steps)
      throws IOException, InterruptedException {
    Path into = Files.createDirectories(INSTALLED.resolve(folder));
    copy(SOURCES.resolve(kind), into);
    String wanted = steps + "\n" + Files.readString(into.resolve(manifest));
    Path done = into.resolve("installed.txt");
    if (Files.exists(done) && Files.readString(done).equals(wanted)) {
      return into;
    }
    for (List<String> step : steps) {
      Path log = into.resolve("install.log");
      if (exit(into, step, log) != 0) {
        notToBeHad(String.join(" ", step) + " failed:\n" + Files.readString(log));
      }
    }
    Files.writeString(done, wanted);
    return into;
  }

  /** What a program that ends by itself prints. */
  public static String run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = builder(folder, command);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    boolean ended = process.waitFor(RUN_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(out) + Files.readString(err);
    assertFalse(!ended, () -> command + " did not end:\n" + said);
    assertEquals(0, process.exitValue(), said);
    return Files.readString(out);
  }

  /**
   * A server that answers by the time this returns.
   *
   * @param health address of a page that is there as soon as the server is ready
   */
  public static Process serve(
      Path folder, Map<String, String> environment, List<String> command, String health)
      throws IOException, InterruptedException {
    Path log = folder.resolve("server.txt");
    ProcessBuilder builder = builder(folder, command);
    builder.environment().putAll(environment);
    Process server = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int tries = 0; !isThere(health); tries++) {
      if (server.waitFor(TRY_EVERY_MS, TimeUnit.MILLISECONDS) || tries == MOST_TRIES) {
        server.destroyForcibly();
        Assertions.fail(command + " does not serve:\n" + Files.readString(log));
      }
    }
    return server;
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isThere(String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Without the keys and addresses of anybody's real accounts. */
  private static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(k -> k.matches("(ANTHROPIC|MISTRAL|OPENAI)_.*"));
    return builder;
  }

  private static int exit(Path folder, List<String> step, Path log)
      throws IOException, InterruptedException {
    try {
      Process process =
          builder(folder, step).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      boolean ended = process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended ? process.exitValue() : -1;
    } catch (IOException e) {
      Files.writeString(log, e.getMessage());
      return -1;
    }
  }

  private static void notToBeHad(String why) {
    if ("true".equals(System.getenv("CI"))) {
      Assertions.fail(why);
    }
    LOG.warn("Skipped: {}", why);
    abort("Skipped: " + why);
  }

  private static void copy(Path from, Path into) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
