package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quaestor.JobException;
import io.quaestor.llm.JournalFiles.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJournal {
  private static final Reply A = TestReplyJson.FULL;
  private static final Reply B = TestReplyJson.EMPTY;

  @TempDir Path warehouse;
  private final AtomicLong now = new AtomicLong();
  private JournalFiles files;

  @BeforeEach
  void open() {
    files = new JournalFiles(warehouse.toString(), Map.of());
  }

  private Journal journal(String runId, String writer) {
    Outside outside = new Outside(null, now::get, null, null, null, null);
    return Journal.open(store(), runId, writer, outside);
  }

  private JournalStore store() {
    return JournalStore.in(warehouse.toString(), Map.of());
  }

  private List<Reply> readAll(List<Segment> segments) {
    return segments.stream().flatMap(s -> files.read(s).stream()).toList();
  }

  private static boolean kept(CompletionStage<Void> append) {
    CompletableFuture<Void> future = append.toCompletableFuture();
    return future.isDone() && !future.isCompletedExceptionally();
  }

  @Test
  void replyIsOnDiskAtOnceWhereAFlushIsKept() {
    Journal journal = journal("run", "w");
    assertInstanceOf(StreamedJournal.class, journal);
    assertTrue(kept(journal.append(A)));
    assertEquals(List.of(), files.closed("run"));
    List<Segment> left = files.ofOthers(Set.of());
    assertTrue(left.get(0).open());
    assertEquals(List.of(A), readAll(left));
    journal.append(B);
    assertEquals(List.of(A, B), readAll(files.ofOthers(Set.of())));
  }

  @Test
  void segmentIsRolledAfterTenSeconds() {
    Journal journal = journal("run", "w");
    journal.append(A);
    now.addAndGet(9_999_999_999L);
    journal.tick();
    assertEquals(List.of(), files.closed("run"));
    now.addAndGet(1);
    journal.tick();
    assertEquals(List.of(A), readAll(files.closed("run")));
    journal.append(B);
    journal.close();
    assertEquals(List.of(A, B), readAll(files.closed("run")));
  }

  @Test
  void nothingButSegmentsIsLeftBehind() throws IOException {
    try (Journal journal = journal("run", "w")) {
      journal.append(A);
    }
    try (Stream<Path> all = Files.walk(warehouse)) {
      assertEquals(
          List.of("w-000001.jsonl"),
          all.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).toList());
    }
  }

  @Test
  void whereOnlyObjectsAreKeptAReplyIsKeptByTheNextTick() {
    Journal journal = new BufferedJournal(store(), "run", "w");
    CompletionStage<Void> first = journal.append(A);
    CompletionStage<Void> second = journal.append(B);
    assertFalse(kept(first));
    journal.tick();
    assertTrue(kept(first) && kept(second));
    assertEquals(List.of(A, B), readAll(files.closed("run")));
    journal.tick();
    assertEquals(1, files.closed("run").size());
  }

  @Test
  void tornLastLineIsLeftOut() throws IOException {
    journal("run", "w").append(A);
    Segment segment = files.ofOthers(Set.of()).get(0);
    Path file = Path.of(java.net.URI.create(segment.path()));
    String torn = ReplyJson.write(A).substring(0, 200);
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    assertEquals(List.of(A), files.read(segment));
  }

  @Test
  void anyOtherDamagedLineIsNamed() throws IOException {
    journal("run", "w").append(A);
    Segment segment = files.ofOthers(Set.of()).get(0);
    Path file = Path.of(java.net.URI.create(segment.path()));
    Files.writeString(file, "nonsense\n" + ReplyJson.write(A) + "\n", StandardOpenOption.APPEND);
    JobException e = assertThrows(JobException.class, () -> files.read(segment));
    assertTrue(e.getMessage().endsWith(", line 2 is no reply."), e.getMessage());
  }

  @Test
  void runsAreToldApartAndCanBeForgotten() {
    try (Journal alive = journal("alive", "w");
        Journal dead = journal("dead", "w")) {
      alive.append(A);
      dead.append(B);
    }
    assertEquals(List.of(B), readAll(files.ofOthers(Set.of("alive"))));
    files.forget("dead");
    assertEquals(List.of(B), readAll(files.closed("dead")));
    files.delete(files.closed("dead"));
    files.delete(List.of());
    files.forget("dead");
    assertEquals(List.of(), files.ofOthers(Set.of("alive")));
    assertFalse(Files.exists(warehouse.resolve("_quaestor/journal/dead")));
  }

  @Test
  void warehouseWithoutJournalHasNoSegments() {
    assertEquals(List.of(), files.closed("run"));
    assertEquals(List.of(), files.ofOthers(Set.of()));
  }

  @Test
  void warehouseThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(warehouse.resolve("_quaestor"), "in the way");
    JobException e = assertThrows(JobException.class, () -> journal("run", "w"));
    assertTrue(e.getMessage().startsWith("Cannot write the journal at file:"), e.getMessage());
  }

  @Test
  void afterAFailureNothingMoreIsTaken() throws IOException {
    Journal journal = new BufferedJournal(store(), "run", "w");
    Files.writeString(warehouse.resolve("_quaestor"), "in the way");
    CompletionStage<Void> append = journal.append(A);
    assertThrows(JobException.class, journal::tick);
    assertTrue(append.toCompletableFuture().isCompletedExceptionally());
    assertTrue(journal.append(B).toCompletableFuture().isCompletedExceptionally());
    assertThrows(JobException.class, journal::check);
  }

  /** Every file is the device that is always full. */
  private static final class FullDisk extends RawLocalFileSystem {
    private static final Path DEVICE = Path.of("/dev/full");

    @Override
    public FSDataOutputStream create(org.apache.hadoop.fs.Path path, boolean overwrite)
        throws IOException {
      OutputStream device =
          create(new org.apache.hadoop.fs.Path(DEVICE.toUri()), true, 1, (short) 1, 1, null);
      return new FSDataOutputStream(device, null);
    }
  }

  private static FullDisk fullDisk() throws IOException {
    FullDisk disk = new FullDisk();
    disk.initialize(URI.create("file:///"), new Configuration());
    return disk;
  }

  @Test
  void aFullDiskFailsTheReplyAndAllThatFollow() throws IOException {
    assumeTrue(Files.exists(FullDisk.DEVICE));
    JournalStore store = new JournalStore(fullDisk(), store().root());
    Journal journal = new StreamedJournal(store, "run", "w", now::get);
    for (Reply reply : List.of(A, B)) {
      CompletableFuture<Void> append = journal.append(reply).toCompletableFuture();
      CompletionException failure = assertThrows(CompletionException.class, append::join);
      JobException full = assertInstanceOf(JobException.class, failure.getCause());
      assertTrue(full.getMessage().contains("No space left on device"), full.getMessage());
      assertEquals(2, full.exitCode().value());
    }
    assertThrows(JobException.class, journal::check);
  }
}
