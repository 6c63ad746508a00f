package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.sim.Fault;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider at its worst: every fault there is, and an outage. Longer than here: {@code
 * -Dquaestor.fault.asks=3000 -Dquaestor.fault.outage=20}.
 */
@Tag("slow")
class TestFaultRun {
  private static final Logger LOG = LoggerFactory.getLogger(TestFaultRun.class);
  private static final double EACH = 0.05;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SLACK = Duration.ofSeconds(3);

  private final int asks = Integer.getInteger("quaestor.fault.asks", 200);
  private final int outageSeconds = Integer.getInteger("quaestor.fault.outage", 3);

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void everyAskEndsWithoutHelp() {
    ConfHome plain = Trial.home("http://127.0.0.1:1");
    SimOptions options = SimOptions.defaults().withLatency(50, 0.5).withFaults(all());
    SimServer first = SimServer.start(plain.conf().sim(), options);
    int port = Integer.parseInt(first.url().replaceAll(".*:", ""));
    ConfHome home =
        Trial.home(
            first.url(), "calls.window=16", "calls.call_timeout=" + CALL_TIMEOUT.toSeconds() + "s");
    CompletableFuture<SimServer> second =
        CompletableFuture.supplyAsync(
            () -> {
              pause(Duration.ofSeconds(5));
              first.close();
              pause(Duration.ofSeconds(outageSeconds));
              return SimServer.start(plain.conf().sim(), options.withPort(port));
            });
    Lake lake = Lake.open(TestSession.spark(), folder.resolve("warehouse").toString());
    List<Reply> replies =
        Trial.ledger(lake, home, "run-1")
            .answer(Trial.asks(TestSession.spark(), home, asks))
            .collectAsList();
    try (SimServer back = second.join()) {
      Map<String, Long> ends =
          replies.stream()
              .collect(
                  Collectors.groupingBy(
                      r -> r.status() + (r.errorCode() == null ? "" : " " + r.errorCode()),
                      TreeMap::new,
                      Collectors.counting()));
      LOG.warn("Ends: {}; faults after the outage: {}", ends, back.stats().errors());
      check(replies, home);
    }
  }

  private void check(List<Reply> replies, ConfHome home) {
    int attempts = home.conf().calls().attempts();
    Duration longest = home.conf().calls().askTimeout().plus(CALL_TIMEOUT);
    assertEquals(asks, replies.stream().map(Reply::askId).distinct().count());
    for (Reply reply : replies) {
      assertTrue(reply.attempts() >= 1 && reply.attempts() <= attempts, reply.toString());
      assertTrue(reply.latencyMs() <= CALL_TIMEOUT.plus(SLACK).toMillis(), reply.toString());
      assertTrue(reply.totalMs() <= longest.toMillis(), reply.toString());
      assertTrue(reply.ok() || reply.errorCode() != null, reply.toString());
    }
    long ok = replies.stream().filter(Reply::ok).count();
    assertTrue(ok > asks * 0.7, ok + " of " + asks + " are ok");
  }

  private static Map<Fault, Double> all() {
    Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      rates.put(fault, EACH);
    }
    return rates;
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
