package io.quaestor.app;

import io.quaestor.ExitCode;
import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.conf.ConfHome;
import io.quaestor.delete.Unfinished;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Sessions;
import io.quaestor.lake.WarehouseLock;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.Totals;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import io.quaestor.udfs.text.Ulid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** Opens what jobs work with, runs them, and keeps the record of each. */
public final class App implements AutoCloseable {
  private final AppOptions options;
  private final ConfHome home;
  private final SimServer offline;
  private final SparkSession spark;
  private final Clock clock;
  private final Progress progress;

  /** The work of a job. */
  @FunctionalInterface
  public interface Job {
    JobOutcome execute(JobContext context, String runId);
  }

  /**
   * Reads the configuration first: what is wrong with it is said before Spark starts.
   *
   * @throws JobException when configuration or session cannot be had
   */
  public App(AppOptions options, Clock clock, Progress progress) {
    this.options = options;
    this.clock = clock;
    this.progress = progress;
    ConfHome real = configuration(options);
    this.offline =
        options.offline() ? SimServer.start(real.conf().sim(), SimOptions.defaults()) : null;
    this.home = offline == null ? real : real.offline(offline.url());
    this.spark =
        options.small() ? Sessions.openSmall(options.master()) : Sessions.open(options.master());
  }

  /**
   * The configuration alone, without a session.
   *
   * @throws JobException when it is wrong
   */
  public static ConfHome configuration(AppOptions options) {
    return ConfHome.load(
        options.home().resolve("conf"), options.conf(), options.settings(), System::getenv);
  }

  public ConfHome home() {
    return home;
  }

  /** A warehouse to read, without a lock and without a ledger. */
  public Lake lake() {
    return Lake.open(spark, options.warehouse());
  }

  /**
   * The warehouse that is there.
   *
   * @throws JobException when there is none
   */
  public Lake existingLake() {
    return Lake.openExisting(spark, options.warehouse());
  }

  /**
   * The same in a session of its own whose plans are for a few hundred rows: for many small reads.
   *
   * @throws JobException when there is none
   */
  public Lake smallLake() {
    return Lake.openExisting(Sessions.small(spark), options.warehouse());
  }

  /** The corpus that comes with the program. */
  public Path sampleCorpus() {
    return options.home().resolve("conf/sample").toAbsolutePath().normalize();
  }

  public Clock clock() {
    return clock;
  }

  public Progress progress() {
    return progress;
  }

  /**
   * Runs a job under the warehouse's lock and records it, unless it found everything done.
   *
   * @param arguments as the user gave them
   */
  public JobReport run(String job, List<String> arguments, Job work) {
    Instant started = clock.instant();
    String runId = Ulid.of(started.toEpochMilli(), new SecureRandom());
    spark.sparkContext().setJobGroup(runId, "quaestor " + job, false);
    Lake lake = lake();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Runnable stop = spark.sparkContext()::cancelAllJobs;
    try (WarehouseLock lock = WarehouseLock.take(lake.root(), hadoop, job, clock, stop);
        LiveFile live = new LiveFile(progress, files(lake), lake.root(), job, clock)) {
      lake.clearScratch();
      finish(lake);
      CallSetup setup = setup(lake, runId, started);
      Ledger ledger = new Ledger(lake, setup, options.maxCost(), System::getenv, live);
      JobContext context = new JobContext(lake, home, ledger, live);
      JobReport report = record(context, new Invocation(job, arguments, runId, started), work);
      lake.clearScratch();
      return report;
    }
  }

  /** Does what a deletion has left to do that was cut short. */
  private void finish(Lake lake) {
    for (Unfinished.Finished done : Unfinished.finish(lake)) {
      String what = done.job() + " " + done.subject();
      progress.note("Finished what run %s had begun: %s".formatted(done.runId(), what));
      JobReport report =
          JobReport.of(done.job(), done.runId(), done.outcome(), Totals.reused(0), 0);
      runs(lake).append(report, List.of(what.split(" ")), clock.instant());
    }
  }

  private JobRuns runs(Lake lake) {
    return new JobRuns(lake, home, Provenance.of(options.home()), clock);
  }

  /** What a job that is at work now is doing, a line; null when none is. */
  public String live(Lake lake) {
    LiveFile.Live live = LiveFile.read(files(lake), lake.root(), clock);
    return live == null ? null : live.job() + " is at " + live.words();
  }

  private static FileSystem files(Lake lake) {
    try {
      return lake.root().getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Invocation(String job, List<String> arguments, String runId, Instant started) {}

  private JobReport record(JobContext context, Invocation invocation, Job work) {
    Ledger ledger = context.ledger();
    JobReport report;
    boolean changed = true;
    try {
      JobOutcome outcome = work.execute(context, invocation.runId());
      ledger.write();
      changed = outcome.changed() || ledger.totals().made() > 0;
      report =
          JobReport.of(
              invocation.job(), invocation.runId(), outcome, ledger.totals(), wall(invocation));
    } catch (JobException failure) {
      ledger.write();
      changed = failure.exitCode() != ExitCode.INPUT;
      report =
          JobReport.failed(
              invocation.job(), invocation.runId(), failure, ledger.totals(), wall(invocation));
    }
    if (changed) {
      runs(context.lake()).append(report, invocation.arguments(), invocation.started());
    }
    return report;
  }

  private long wall(Invocation invocation) {
    return clock.millis() - invocation.started().toEpochMilli();
  }

  private CallSetup setup(Lake lake, String runId, Instant started) {
    Map<String, String> schemas = new TreeMap<>(home.schemas());
    schemas.putAll(io.quaestor.audit.AuditSchemas.of(home));
    Map<String, String> hadoop = new HashMap<>();
    for (Map.Entry<String, String> entry : spark.sparkContext().hadoopConfiguration()) {
      if (entry.getKey().startsWith("fs.")) {
        hadoop.put(entry.getKey(), entry.getValue());
      }
    }
    Instant deadline = options.deadline() == null ? null : started.plus(options.deadline());
    CallSetup.Terms terms =
        new CallSetup.Terms(FixedShare.of(spark, options), options.maxCost() != null, deadline);
    return new CallSetup(home.conf(), schemas, lake.root().toString(), hadoop, runId, terms);
  }

  @Override
  public void close() {
    if (offline != null) {
      offline.close();
    }
    spark.stop();
  }
}
