package io.quaestor.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.JobException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writing job per warehouse at a time, so that no two pay for the same ask.
 *
 * <p>A file names the owner and is renewed while it lives. It is taken over when its owner is known
 * to be dead (same host, no such process) or has not renewed it for a minute. Of several that take
 * it over at once the last one to write has it; the others see so a moment later. An owner that was
 * taken for dead learns it at its next renewal.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseLock.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RENEW = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofMinutes(1);

  /** Longer than others need from reading a dead owner's file to writing theirs. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final FileSystem fs;
  private final Path file;
  private final Clock clock;
  private final Owner self;
  private final Runnable lost;
  private final ScheduledExecutorService renewal;
  private ScheduledFuture<?> ticks;

  private WarehouseLock(FileSystem fs, Path file, Clock clock, Owner self, Runnable lost) {
    this.fs = fs;
    this.file = file;
    this.clock = clock;
    this.self = self;
    this.lost = lost;
    this.renewal =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "warehouse-lock");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Who holds it.
   *
   * @param started when the process began, epoch milliseconds; tells apart two of one pid
   * @param renewed epoch milliseconds
   */
  record Owner(String host, long pid, long started, String job, long renewed) {
    boolean sameAs(Owner that) {
      return host.equals(that.host) && pid == that.pid && started == that.started;
    }
  }

  /**
   * @param job shown to others who want the warehouse meanwhile
   * @param lost runs when another has taken it over, on a thread of its own
   * @throws JobException with exit code 2 when another job holds it
   */
  public static WarehouseLock take(
      Path root, Configuration hadoop, String job, Clock clock, Runnable lost) {
    try {
      FileSystem fs = root.getFileSystem(hadoop);
      Path file = new Path(root, "_quaestor/lock.json");
      boolean left = fs.exists(file);
      if (left) {
        Owner owner = read(fs, file);
        if (owner != null && alive(owner, clock.instant())) {
          throw busy(root, owner);
        }
        fs.delete(file, false);
      }
      WarehouseLock lock = new WarehouseLock(fs, file, clock, self(job, clock), lost);
      lock.write(false);
      if (left) {
        LockSupport.parkNanos(SETTLE.toNanos());
        Owner last = lock.other();
        if (last != null) {
          throw busy(root, last);
        }
      }
      lock.ticks =
          lock.renewal.scheduleAtFixedRate(
              lock::renew, RENEW.toSeconds(), RENEW.toSeconds(), TimeUnit.SECONDS);
      return lock;
    } catch (IOException | FSError e) {
      throw new JobException(
          io.quaestor.ExitCode.INPUT,
          "warehouse_unwritable",
          "Cannot write to the warehouse %s: %s".formatted(root, e.getMessage()),
          "check its permissions and the space left",
          e);
    }
  }

  private static JobException busy(Path root, Owner owner) {
    return JobException.input(
        "warehouse_busy",
        "The warehouse %s is in use by `%s` (process %d on %s)"
            .formatted(root, owner.job(), owner.pid(), owner.host()),
        "wait for it, or use another warehouse with --warehouse");
  }

  @Override
  public synchronized void close() {
    ticks.cancel(false);
    renewal.shutdown();
    try {
      if (other() == null) {
        fs.delete(file, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who has it in our place, null when we have it. */
  private Owner other() throws IOException {
    Owner owner = fs.exists(file) ? read(fs, file) : null;
    return owner == null || owner.sameAs(self) ? null : owner;
  }

  synchronized void renew() {
    if (ticks == null || ticks.isCancelled()) {
      return;
    }
    try {
      Owner owner = other();
      if (owner == null) {
        write(true);
        return;
      }
      LOG.error("The warehouse was taken over by `{}` on {}", owner.job(), owner.host());
      ticks.cancel(false);
      lost.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(boolean overwrite) throws IOException {
    Owner now = new Owner(self.host(), self.pid(), self.started(), self.job(), clock.millis());
    try (OutputStream out = fs.create(file, overwrite)) {
      out.write(JSON.writeValueAsBytes(now));
    }
  }

  private static Owner read(FileSystem fs, Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return JSON.readValue(in, Owner.class);
    } catch (com.fasterxml.jackson.core.JacksonException cutShort) {
      return null;
    }
  }

  private static boolean alive(Owner owner, Instant now) {
    if (owner.host().equals(host())) {
      return ProcessHandle.of(owner.pid())
          .filter(process -> started(process) == owner.started())
          .isPresent();
    }
    return Instant.ofEpochMilli(owner.renewed()).plus(STALE).isAfter(now);
  }

  private static Owner self(String job, Clock clock) {
    ProcessHandle process = ProcessHandle.current();
    return new Owner(host(), process.pid(), started(process), job, clock.millis());
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
