package io.quaestor.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWarehouseLock {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  private WarehouseLock take(String job, Instant now) {
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(folder.toUri());
    return WarehouseLock.take(root, new Configuration(), job, Clock.fixed(now, ZoneOffset.UTC));
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

  private void owner(String host, Instant renewed) throws Exception {
    Path file = folder.resolve("_quaestor/lock.json");
    Files.createDirectories(file.getParent());
    String json = "{\"host\":\"%s\",\"pid\":1,\"started\":0,\"job\":\"run\",\"renewed\":%d}";
    Files.writeString(file, json.formatted(host, renewed.toEpochMilli()));
  }
}
