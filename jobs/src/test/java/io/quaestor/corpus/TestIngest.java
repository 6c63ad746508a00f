package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.CorpusConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final CorpusConf CONF = new CorpusConf(300, 900, 2_000_000);

  @TempDir Path folder;
  private Path corpus;
  private Lake lake;

  @BeforeEach
  void open() throws Exception {
    corpus = Files.createDirectories(folder.resolve("cours"));
    lake = Lake.open(TestSession.small(), folder.resolve("lake").toString());
  }

  @Test
  void theSampleCorpusMakesFiveUnitsOnce() {
    Path sample = Path.of(System.getProperty("quaestor.root", ".."), "conf/sample");
    JobOutcome outcome = ingest(sample);
    assertEquals(6, outcome.counts().get("new"));
    Map<String, CorpusUnit> units =
        lake.read(Tables.UNITS).collectAsList().stream()
            .collect(Collectors.toMap(CorpusUnit::unitId, Function.identity()));
    assertEquals(
        List.of("calculer-par-etapes", "la-ville", "le-present", "les-articles", "the-water-cycle"),
        units.keySet().stream().sorted().toList());
    assertEquals("La ville et ses lieux", units.get("la-ville").title());
    assertEquals(2, units.get("la-ville").documents());
    assertEquals("fr", units.get("le-present").language());
    assertEquals("en", units.get("the-water-cycle").language());
    for (Chunk chunk : lake.read(Tables.CHUNKS).collectAsList()) {
      assertTrue(chunk.tokens() <= CONF.maxTokens());
      assertTrue(chunk.spans().size() > 3, chunk.topic());
      chunk.spans().forEach(s -> assertFalse(s.of(chunk.text()).isBlank()));
    }
    List<Long> versions = versions();
    JobOutcome again = ingest(sample);
    assertEquals(6, again.counts().get("unchanged"));
    assertFalse(again.changed());
    assertEquals(versions, versions());
  }

  @Test
  void versionsFollowTheBytesOfAFile() throws Exception {
    write("a.md", "# Un\n\nIl dort.");
    ingest(corpus);
    write("a.md", "# Deux\n\nElle lit.");
    assertEquals(1, ingest(corpus).counts().get("changed"));
    assertEquals(List.of("1 false", "2 true"), shownVersions());
    assertEquals(2, lake.read(Tables.CHUNKS).count());
    CorpusUnit unit = lake.read(Tables.UNITS).head();
    assertEquals(List.of("Deux"), unit.topics());
    assertEquals(1, unit.chunks());
    write("a.md", "# Un\n\nIl dort.");
    ingest(corpus);
    assertEquals(List.of("2 false", "3 true"), shownVersions());
    assertEquals(2, lake.read(Tables.CHUNKS).count());
  }

  @Test
  void whatSparkWritesIsWhatReadingFileByFileGives() throws Exception {
    for (int i = 0; i < 12; i++) {
      String body = "Il dort. ".repeat(200 * (i % 4)) + "Fin.";
      write("lecon" + i % 3 + "/p" + i + ".md", "# T" + i + "\n\n" + body);
    }
    write("vide.txt", "");
    write("gros.txt", "mot ".repeat(600_000));
    write("faux.pdf", "%PDF-1.4 rien");
    write("photo.jpg", "x");
    assertEquals(
        "{files=15, ignored=1, unchanged=0, new=12, changed=0, failed=3, chunks=21, resources=0, units=3}",
        ingest(corpus).counts().toString());
    List<FileRead> reads = readBackwards();
    assertEquals(
        sorted(reads.stream().map(FileRead::document), Document::documentId),
        sorted(lake.read(Tables.DOCUMENTS).collectAsList().stream(), Document::documentId));
    assertEquals(
        sorted(reads.stream().flatMap(read -> read.chunks().stream()), Chunk::chunkId),
        sorted(lake.read(Tables.CHUNKS).collectAsList().stream(), Chunk::chunkId));
  }

  @Test
  void anIngestKilledBeforeItsDocumentsWereWrittenCompletes() throws Exception {
    write("a.md", "# Un\n\nIl dort.");
    ingest(corpus);
    List<Chunk> chunks = lake.read(Tables.CHUNKS).collectAsList();
    try (var files = Files.walk(folder.resolve("lake/documents"))) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    assertEquals(1, ingest(corpus).counts().get("new"));
    assertEquals(chunks, lake.read(Tables.CHUNKS).collectAsList());
    assertEquals(1, lake.read(Tables.DOCUMENTS).count());
    assertEquals(1, lake.read(Tables.UNITS).head().chunks());
    Path moved = Files.createDirectories(folder.resolve("autre/cours"));
    Files.copy(corpus.resolve("a.md"), moved.resolve("a.md"));
    assertEquals(1, ingest(moved).counts().get("unchanged"));
  }

  private JobOutcome ingest(Path path) {
    return new Ingest(lake, CONF, clock()).execute(List.of(path.toString()));
  }

  private static Clock clock() {
    return Clock.fixed(NOON, ZoneOffset.UTC);
  }

  private Path write(String name, String text) throws Exception {
    Path file = corpus.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Document> documents() {
    return lake.read(Tables.DOCUMENTS).orderBy("version", "path").collectAsList();
  }

  private List<String> shownVersions() {
    return documents().stream().map(d -> d.version() + " " + d.current()).toList();
  }

  private List<Long> versions() {
    return List.of(
        lake.version(Tables.DOCUMENTS), lake.version(Tables.CHUNKS), lake.version(Tables.UNITS));
  }

  private List<FileRead> readBackwards() {
    Configuration hadoop = new Configuration();
    FileReader reader = new FileReader(CONF, hadoop, NOON);
    List<SourceFile> files =
        new ArrayList<>(SourceFiles.find(List.of(corpus.toString()), hadoop).files());
    Map<String, String> units =
        UnitIds.name(files.stream().map(SourceFile::unitKey).toList(), Map.of());
    Collections.reverse(files);
    return files.stream()
        .map(file -> reader.read(new Batch.Task(file, units.get(file.unitKey()), null)))
        .toList();
  }

  private static <T> List<T> sorted(Stream<T> rows, Function<T, String> key) {
    return rows.sorted(Comparator.comparing(key)).toList();
  }
}
