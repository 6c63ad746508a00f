package io.quaestor.llm;

import io.quaestor.JobException;
import io.quaestor.conf.ProviderConf;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** All that makes the calls of one run in one JVM; shared by its partitions. Thread-safe. */
final class Caller {
  private static final int TICK_SECONDS = 1;

  private final CallSetup setup;
  private final Outside outside;
  private final Map<String, Model> models;
  private final Map<String, JsonAnswer> answers = new ConcurrentHashMap<>();
  private final AtomicReference<String> refusal = new AtomicReference<>();
  private final RetryRules rules;
  private final Window window;
  private final Limits limits;
  private final Http http;
  private final Journal journal;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(Caller::daemon);
  private final Future<?> ticking;

  Caller(CallSetup setup, Outside outside) {
    this.setup = setup;
    this.outside = outside;
    models = Model.all(setup.conf());
    rules = new RetryRules(setup.conf().calls());
    window = new Window(setup.conf().calls().window());
    limits = new LocalLimits(Model.limits(models.values()), outside.nanos(), outside.later());
    http = new Http(setup.conf().calls(), outside.clock());
    JournalStore store = JournalStore.in(setup.warehouse(), setup.hadoop());
    journal = Journal.open(store, setup.runId(), UUID.randomUUID().toString(), outside);
    ticking =
        ticks.scheduleWithFixedDelay(journal::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "quaestor-journal");
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

  /** Nothing is sent any more; the first reason is kept. */
  void refuse(String why) {
    refusal.compareAndSet(null, why);
  }

  /** Why nothing is sent any more, null as long as calls are made. */
  String refusal() {
    return refusal.get();
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
      refuse(provider.keyEnv() + " is not set in the environment");
      return null;
    }
    if (!key.strip().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      refuse(provider.keyEnv() + " holds characters that no key has");
      return null;
    }
    return key.strip();
  }

  /** Lets threads and connections go if no call is under way. */
  boolean closeIfIdle() {
    if (!window.idle()) {
      return false;
    }
    ticking.cancel(false);
    ticks.shutdown();
    http.close();
    try {
      journal.close();
    } catch (JobException alreadyFailed) {
      // The tasks it failed have said so; what it had flushed is kept.
    }
    return true;
  }
}
