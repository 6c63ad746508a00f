package io.quaestor.llm;

import io.quaestor.JobException;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lease.Grant;
import io.quaestor.lease.Link;
import io.quaestor.lease.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that makes the calls of one run in one JVM; shared by its partitions. Thread-safe. */
final class Caller {
  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration REPORT = Duration.ofMillis(200);

  private final CallSetup setup;
  private final Outside outside;
  private final Map<String, Model> models;
  private final Map<String, JsonAnswer> answers = new ConcurrentHashMap<>();
  private final AtomicReference<Stop> stop = new AtomicReference<>();
  private final RetryRules rules;
  private final Window window;
  private final LeasedLimits limits;
  private final Wallet wallet;
  private final Warmth warmth = new Warmth();
  private final Link link;
  private final Http http;
  private final Journal journal;
  private final String member = UUID.randomUUID().toString();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicBoolean reporting = new AtomicBoolean();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(Caller::daemon);
  private final List<Future<?>> ticking = new ArrayList<>();
  private Future<?> resting = CompletableFuture.completedFuture(null);

  Caller(CallSetup setup, Outside outside) {
    this.setup = setup;
    this.outside = outside;
    models = Model.all(setup.conf());
    rules = new RetryRules(setup.conf().calls());
    int size = setup.conf().calls().window();
    window = new Window(size);
    limits =
        new LeasedLimits(Model.limits(models.values()), size, outside.nanos(), outside.later());
    wallet = new Wallet(setup.terms().budgeted(), this::reportSoon);
    link = outside.link().apply(setup.terms().fixedShare());
    http = new Http(setup.conf().calls(), outside.clock());
    JournalStore store = JournalStore.in(setup.warehouse(), setup.hadoop());
    journal = Journal.open(store, setup.runId(), member, outside);
    report(false);
    every(TICK, journal::tick);
    every(REPORT, () -> report(false));
  }

  private void every(Duration time, Runnable work) {
    ticking.add(
        ticks.scheduleWithFixedDelay(
            work, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "quaestor-ticks");
    thread.setDaemon(true);
    return thread;
  }

  Outside outside() {
    return outside;
  }

  String runId() {
    return setup.runId();
  }

  RetryRules rules() {
    return rules;
  }

  Window window() {
    return window;
  }

  Limits limits() {
    return limits;
  }

  Wallet wallet() {
    return wallet;
  }

  Warmth warmth() {
    return warmth;
  }

  Link link() {
    return link;
  }

  Http http() {
    return http;
  }

  Journal journal() {
    return journal;
  }

  Model model(String alias) {
    return models.get(alias);
  }

  /** The schema of that name, null for none. */
  JsonAnswer answer(String schema) {
    return schema == null
        ? null
        : answers.computeIfAbsent(schema, name -> new JsonAnswer(name, setup.schemas().get(name)));
  }

  /** An ask has ended. */
  void ended(boolean ok) {
    (ok ? answered : failed).incrementAndGet();
  }

  /** Nothing is sent any more; the first reason is kept. */
  void stop(String code, String message) {
    if (stop.compareAndSet(null, new Stop(code, message))) {
      limits.stop();
      wallet.stop();
    }
  }

  /** Why nothing is sent any more, null as long as calls are made. */
  Stop stopped() {
    return stop.get();
  }

  private void reportSoon() {
    if (!ticks.isShutdown() && reporting.compareAndSet(false, true)) {
      ticks.execute(() -> report(false));
    }
  }

  /** Tells the driver how things are, and takes what it grants. */
  private synchronized void report(boolean leaving) {
    reporting.set(false);
    checkDeadline();
    long askedAt = outside.nanos().getAsLong();
    try {
      Report report =
          new Report(
              setup.runId(),
              member,
              executor(),
              limits.needs(),
              wallet.report(leaving || window.taken() == 0),
              new Report.Counts(answered.get(), failed.get(), window.taken(), limits.waitingFor()),
              leaving);
      take(link.report(report), askedAt);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The driver does not answer; calls go on while the limits' shares hold", e);
    }
  }

  private void take(Grant grant, long askedAt) {
    limits.granted(grant, askedAt);
    wallet.granted(grant.money());
    if (grant.moneyGone()) {
      stop(Stop.BUDGET, "the budget cannot pay for another call");
    }
  }

  private void checkDeadline() {
    Instant deadline = setup.terms().deadline();
    if (deadline != null && !outside.clock().instant().isBefore(deadline)) {
      stop(Stop.DEADLINE, "the deadline " + deadline + " has passed");
    }
  }

  /** Spark's id of this process. */
  static String executor() {
    SparkEnv env = SparkEnv.get();
    return env == null ? "driver" : env.executorId();
  }

  /**
   * The key of a provider, null when it wants none. Without a usable one nothing is sent any more.
   */
  String key(ProviderConf provider) {
    if (provider.keyEnv() == null) {
      return null;
    }
    String key = outside.env().apply(provider.keyEnv());
    if (key == null || key.isBlank()) {
      stop(Stop.REFUSED, provider.keyEnv() + " is not set in the environment");
      return null;
    }
    if (!key.strip().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      stop(Stop.REFUSED, provider.keyEnv() + " holds characters that no key has");
      return null;
    }
    return key.strip();
  }

  /** Nobody uses it now: tells so, and runs something if it stays so for a while. */
  void rest(Runnable afterAWhile) {
    report(false);
    resting.cancel(false);
    resting = ticks.schedule(afterAWhile, REST.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Gives back what it holds, then lets threads and connections go. No call may be under way. */
  void close() {
    ticking.forEach(ticks -> ticks.cancel(false));
    ticks.shutdown();
    report(true);
    http.close();
    try {
      journal.close();
    } catch (JobException alreadyFailed) {
      // The tasks it failed have said so; what it had flushed is kept.
    }
  }
}
