package io.quaestor.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWarehouseLock {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final AtomicInteger lost = new AtomicInteger();

  @TempDir Path folder;

  private WarehouseLock take(String job, Instant now) {
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(folder.toUri());
    return WarehouseLock.take(
        root, new Configuration(), job, Clock.fixed(now, ZoneOffset.UTC), lost::incrementAndGet);
  }

  @Test
  void theSecondJobIsToldWhoIsAtWork() {
    try (WarehouseLock first = take("generate", NOW)) {
      JobException busy =
          assertThrows(JobException.class, () -> take("audit", NOW.plus(Duration.ofDays(1))));
      assertEquals("warehouse_busy", busy.code());
      assertEquals(2, busy.exitCode().value());
      assertTrue(busy.getMessage().contains("`generate`"), busy.getMessage());
    }
    take("audit", NOW).close();
  }

  @Test
  void aDeadOwnersLockIsTakenOver() throws Exception {
    owner("another-host", NOW.minusSeconds(61));
    take("audit", NOW).close();
  }

  @Test
  void aRemoteOwnerThatRenewedLatelyIsAlive() throws Exception {
    owner("another-host", NOW.minusSeconds(30));
    assertThrows(JobException.class, () -> take("audit", NOW));
  }

  @Test
  void ofTwoThatTakeOverTheLastToWriteHasIt() throws Exception {
    owner("another-host", NOW.minusSeconds(61));
    CompletableFuture<JobException> first =
        CompletableFuture.supplyAsync(
            () -> assertThrows(JobException.class, () -> take("audit", NOW)));
    while (!lockFile().contains("audit")) {
      Thread.onSpinWait();
    }
    owner("third-host", NOW);
    assertTrue(first.join().getMessage().contains("third-host"), first.join().getMessage());
    assertTrue(lockFile().contains("third-host"));
  }

  @Test
  void anOwnerTakenForDeadStopsAndLeavesTheLockAlone() throws Exception {
    try (WarehouseLock lock = take("generate", NOW)) {
      lock.renew();
      assertEquals(0, lost.get());
      owner("another-host", NOW);
      lock.renew();
      lock.renew();
      assertEquals(1, lost.get());
    }
    assertTrue(lockFile().contains("another-host"));
  }

  /** Empty while there is none. */
  private String lockFile() throws IOException {
    try {
      return Files.readString(folder.resolve("_quaestor/lock.json"));
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  private void owner(String host, Instant renewed) throws Exception {
    Path file = folder.resolve("_quaestor/lock.json");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file.resolveSibling(".lock.json.crc"));
    String json = "{\"host\":\"%s\",\"pid\":1,\"started\":0,\"job\":\"run\",\"renewed\":%d}";
    Files.writeString(file, json.formatted(host, renewed.toEpochMilli()));
  }
}
