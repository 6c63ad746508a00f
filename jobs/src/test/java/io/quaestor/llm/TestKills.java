package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import io.quaestor.sim.SimStats;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGKILL to the driver and to executors of a cluster that makes calls, speculation on. More kills
 * than here: {@code -Dquaestor.kills=30}.
 */
@Tag("slow")
class TestKills {
  private static final Logger LOG = LoggerFactory.getLogger(TestKills.class);
  private static final String MASTER = "local-cluster[2,2,1024]";
  private static final int LATENCY_MS = 500;
  private static final int ASKS_PER_KILL = 150;
  private static final int MOST_STARTS_MORE = 5;

  private final int kills = Integer.getInteger("quaestor.kills", 2);
  private final long asks = (long) ASKS_PER_KILL * (kills + 1);
  private final Random random = new Random(Long.getLong("quaestor.seed", 3));

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void noAnswerIsLostAndFewArePaidForTwice() throws Exception {
    SimOptions slow = SimOptions.defaults().withLatency(LATENCY_MS, 0.5);
    try (SimServer sim = SimServer.start(Trial.home("http://127.0.0.1:1").conf().sim(), slow)) {
      long inFlight = 0;
      int killed = 0;
      int starts = 0;
      Process driver = start(sim, ++starts);
      while (killed < kills) {
        if (!awaitCalls(sim, driver)) {
          assertTrue(starts < kills + MOST_STARTS_MORE, "the driver ends again and again");
          driver = start(sim, ++starts);
          continue;
        }
        int processes = kill(driver);
        killed++;
        inFlight += (long) processes * Trial.WINDOW;
        LOG.warn(
            "Kill {}: {} of the executors{}, {} answered",
            killed,
            processes,
            driver.isAlive() ? "" : " and the driver",
            sim.stats().answered());
      }
      while (!ended(driver)) {
        assertTrue(starts < kills + MOST_STARTS_MORE, "the driver ends again and again");
        driver = start(sim, ++starts);
      }
      check(sim.stats(), inFlight);
    }
  }

  private void check(SimStats stats, long inFlight) {
    Lake lake = Lake.open(TestSession.spark(), folder.resolve("warehouse").toString());
    Dataset<Reply> calls = lake.read(Tables.LLM_CALLS);
    assertEquals(asks, calls.count());
    assertEquals(asks, calls.select("askId").distinct().count());
    assertEquals(asks, calls.filter("status = 'invalid' or status = 'ok'").count());
    long calledTwice = stats.received() - calls.selectExpr("sum(attempts)").first().getLong(0);
    LOG.warn(
        "{} asks, {} calls beyond those in the ledger; at most {} were in flight at {} kills",
        asks,
        calledTwice,
        inFlight,
        kills);
    assertTrue(calledTwice >= 0, "the ledger has more calls than the provider: " + calledTwice);
    assertTrue(calledTwice <= inFlight, calledTwice + " for " + inFlight + " in flight");
  }

  /** Waits until a start of the driver has calls in flight, and then some; false when it ended. */
  private boolean awaitCalls(SimServer sim, Process driver) {
    long before = sim.stats().received();
    while (sim.stats().received() < before + 2 * Trial.WINDOW) {
      if (!driver.isAlive()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500)));
    return driver.isAlive();
  }

  /** Kills one executor, or the driver and all there are; says how many executors. */
  private int kill(Process driver) throws InterruptedException {
    List<ProcessHandle> executors = driver.descendants().toList();
    if (random.nextBoolean() && !executors.isEmpty()) {
      executors.get(random.nextInt(executors.size())).destroyForcibly();
      return 1;
    }
    driver.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
    driver.waitFor();
    return executors.size();
  }

  private boolean ended(Process driver) throws InterruptedException {
    return driver.waitFor() == 0;
  }

  private Process start(SimServer sim, int number) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(System.getProperty("quaestor.root"), "conf", "java-options"),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dquaestor.root=" + System.getProperty("quaestor.root"),
                "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
                "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path"),
                "-Dspark.task.maxFailures=100",
                "-Dspark.speculation=true",
                "-Dspark.speculation.interval=500ms",
                "-Dspark.speculation.minTaskRuntime=1s",
                "-Dspark.speculation.quantile=0.3",
                "-Dspark.speculation.multiplier=1.1"));
    String warehouse = folder.resolve("warehouse").toString();
    command.addAll(
        List.of(
            Trial.class.getName(),
            MASTER,
            sim.url(),
            warehouse,
            Long.toString(asks),
            "run-" + number));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("SPARK_HOME", sparkHome().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.directory(Files.createDirectories(folder.resolve("work")).toFile());
    File log = folder.resolve("driver-" + number + ".log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  /** Executors of a local cluster take their jars from here; ours are on their class path. */
  private Path sparkHome() throws IOException {
    Path home = folder.resolve("spark-home");
    Path jars = home.resolve("jars");
    if (Files.notExists(jars)) {
      Files.createDirectories(jars);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path jar = Path.of(entry);
        if (entry.endsWith(".jar") && Files.notExists(jars.resolve(jar.getFileName()))) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return home;
  }
}
