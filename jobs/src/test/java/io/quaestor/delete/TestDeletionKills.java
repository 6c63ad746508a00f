package io.quaestor.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Sessions;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGKILL to a deletion at some moment. More of them, on a larger warehouse: {@code
 * -Dquaestor.kills=5 -Dquaestor.questions=100000}.
 */
@Tag("slow")
class TestDeletionKills {
  private static final Logger LOG = LoggerFactory.getLogger(TestDeletionKills.class);

  private final int kills = Integer.getInteger("quaestor.kills", 1);
  private final long size = Long.getLong("quaestor.questions", 1000);
  private final Random random = new Random(Long.getLong("quaestor.seed", 3));

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void nothingIsDoneOrAllIsByTheNextJob() throws Exception {
    Lake lake = Lake.open(TestSession.spark(), folder.resolve("warehouse").toString());
    Stock.fill(lake, size);
    for (int kill = 0; kill < kills; kill++) {
      Map<String, Long> before = Stock.counts(lake);
      String batch = "big" + kill;
      Map<String, Long> dryRun =
          new DeleteJob(lake, Clock.systemUTC(), "DRY").execute(Kind.BATCH, batch, true).counts();
      Map<String, Long> found = killed(lake, batch, kill);
      List<Unfinished.Finished> finished = Unfinished.finish(lake);
      Map<String, Long> after = Stock.counts(lake);
      LOG.warn("Kill {}: {} then {}, finished {}", kill, less(before, found), dryRun, finished);
      boolean begun = !finished.isEmpty() || !found.equals(before);
      assertEquals(begun ? new TreeMap<>(tables(dryRun)) : Map.of(), less(before, after));
      lake.registerViews();
      assertEquals(0, lake.spark().table("orphans").count());
    }
  }

  /** Starts a deletion and kills it; what is left then. */
  private Map<String, Long> killed(Lake lake, String batch, int kill) throws Exception {
    Process process = start(batch, kill);
    Path intents = folder.resolve("warehouse/_quaestor/intents");
    while (process.isAlive() && !hasIntent(intents)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(random.nextInt(Integer.getInteger("quaestor.within", 8000))));
    boolean cut = process.isAlive();
    process.destroyForcibly().waitFor();
    LOG.warn("Deletion {} was {}", kill, cut ? "killed" : "over");
    assertTrue(cut || process.exitValue() == 0, () -> log(kill));
    return Stock.counts(lake);
  }

  private static boolean hasIntent(Path intents) throws IOException {
    if (!Files.exists(intents)) {
      return false;
    }
    try (var files = Files.list(intents)) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    }
  }

  private Process start(String batch, int kill) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Path.of(System.getProperty("quaestor.root"), "conf", "java-options"),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
            Deleter.class.getName(),
            folder.resolve("warehouse").toString(),
            batch);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(kill + ".log").toFile())
        .start();
  }

  private String log(int kill) {
    try {
      return Files.readString(folder.resolve(kill + ".log"));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static Map<String, Long> tables(Map<String, Long> counts) {
    Map<String, Long> tables = new TreeMap<>(counts);
    tables.keySet().retainAll(Tables.all().stream().map(Table::name).toList());
    return tables;
  }

  /** Rows that are no more, by table. */
  private static Map<String, Long> less(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> less = new TreeMap<>();
    before.forEach(
        (table, count) -> {
          long gone = count - after.getOrDefault(table, 0L);
          if (gone != 0) {
            less.put(table, gone);
          }
        });
    return less;
  }

  /** Deletes a batch: {@code WAREHOUSE BATCH}. */
  static final class Deleter {
    public static void main(String[] args) throws IOException {
      try (SparkSession spark = Sessions.open("local[2]")) {
        Lake lake = Lake.open(spark, args[0]);
        new DeleteJob(lake, Clock.systemUTC(), "RUN-" + args[1])
            .execute(Kind.BATCH, args[1], false);
      }
    }
  }
}
