package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.TestSession;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.LimitsConf;
import io.quaestor.lake.Lake;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that refuses what is over its limits is never given cause to. What was reached is
 * logged; for a good figure take {@code -Dquaestor.rate.seconds=75}.
 */
@Tag("slow")
class TestRate {
  private static final Logger LOG = LoggerFactory.getLogger(TestRate.class);
  private static final double BURST_SECONDS = 1;
  private static final long REQUESTS = 6_000;

  private final int seconds = Integer.getInteger("quaestor.rate.seconds", 15);

  @TempDir Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void requestsPerMinuteAreKept() {
    Row reached = run(REQUESTS, null, REQUESTS * seconds / 60);
    log("requests", reached.getLong(0), REQUESTS, reached);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void inputTokensPerMinuteAreKept() {
    long each = run(null, null, 100).getLong(1) / 100;
    long perMinute = each * REQUESTS;
    Row reached = run(null, perMinute, REQUESTS * seconds / 60);
    log("input tokens", reached.getLong(1), perMinute, reached);
  }

  /** Count, input tokens, first and last second of the replies. */
  private Row run(Long requests, Long tokens, long asks) {
    SimOptions options = SimOptions.defaults().withLatency(100, 0.5);
    if (requests != null || tokens != null) {
      options = options.withLimits(new SimOptions.Limits(requests, tokens, BURST_SECONDS));
    }
    try (SimServer sim = SimServer.start(Trial.home("http://127.0.0.1:1").conf().sim(), options)) {
      ConfHome home = Trial.home(sim.url(), "calls.window=64");
      Conf limited = home.conf().withLimits(new LimitsConf(requests, tokens, null, null, null));
      String run = "run-" + asks;
      Lake lake = Lake.open(TestSession.spark(), folder.resolve(run).toString());
      CallSetup setup =
          new CallSetup(
              limited, home.schemas(), lake.root().toString(), Map.of(), run, CallSetup.Terms.NONE);
      Row reached =
          Trial.ledger(lake, setup)
              .answer(Trial.asks(TestSession.spark(), home, asks))
              .selectExpr(
                  "count(1)",
                  "sum(inputTokens)",
                  "cast(min(answeredAt) as double)",
                  "cast(max(answeredAt) as double)",
                  "max(attempts)")
              .first();
      assertEquals(asks, reached.getLong(0));
      assertEquals(Map.of(), sim.stats().errors());
      assertEquals(asks, sim.stats().received());
      return reached;
    }
  }

  private static void log(String what, long reached, long perMinute, Row times) {
    double elapsed = times.getDouble(3) - times.getDouble(2);
    LOG.warn(
        "{} {} in {} s: {} of what is allowed, nothing refused",
        reached,
        what,
        elapsed,
        reached / elapsed * 60 / perMinute);
  }
}
