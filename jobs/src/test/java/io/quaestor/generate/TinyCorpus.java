package io.quaestor.generate;

import io.quaestor.JobContext;
import io.quaestor.Progress;
import io.quaestor.TestSession;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.QualityFlags;
import io.quaestor.tables.Question;
import io.quaestor.tables.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One unit of trains: a document of chunks with eight sentences each, one topic a chunk. */
public final class TinyCorpus {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final int SENTENCES = 8;
  public static final String PARENT_STEM = "Quand part le train un ?";
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");

  private TinyCorpus() {}

  /** The {@code n}-th sentence of a chunk, from 1. */
  public static String sentence(int chunk, int n) {
    return "Le train %d-%d part à %d heures.".formatted(chunk, n, n);
  }

  public static Lake lake(Path folder, int chunks) {
    Lake lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    insert(lake, Tables.DOCUMENTS, List.of(document(chunks)));
    insert(lake, Tables.CHUNKS, IntStream.range(0, chunks).mapToObj(TinyCorpus::chunk).toList());
    return lake;
  }

  /** The shipped configuration with every provider at that address. */
  public static JobContext context(Lake lake, String url, String runId) {
    ConfHome home = ConfHome.load(CONF, null, List.of(), name -> null).offline(url);
    CallSetup setup =
        new CallSetup(
            home.conf(),
            home.schemas(),
            lake.root().toString(),
            Map.of(),
            runId,
            CallSetup.Terms.NONE);
    Ledger ledger = new Ledger(lake, setup, null, name -> null, Progress.SILENT);
    return new JobContext(lake, home, ledger, Progress.SILENT);
  }

  public static Chunk chunk(int number) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int n = 1; n <= SENTENCES; n++) {
      int start = text.length();
      text.append(sentence(number, n));
      spans.add(new Span("s" + n, start, text.length(), 1 + n / 5));
      text.append(' ');
    }
    String topic = "Trains " + number;
    return new Chunk(
        "chunk-" + number,
        "doc",
        "trains",
        number,
        topic,
        List.of(topic),
        text.toString().strip(),
        spans,
        1,
        2,
        100,
        "fr",
        "text-" + number);
  }

  /** A multiple-choice question of the first sentence of the first chunk. */
  public static Question question(String id, String chunkId, String contentSha256) {
    return new Question(
        id,
        "batch",
        "run",
        "trains",
        "Trains 0",
        "doc",
        chunkId,
        null,
        "sha-1",
        "direct",
        "v2",
        "model",
        "ask",
        0,
        "mcq_single",
        null,
        "beginner",
        "fr",
        PARENT_STEM,
        List.of("1", "2", "3"),
        List.of("1"),
        List.of(),
        "Il part à une heure.",
        List.of(),
        new Evidence(List.of("s1"), List.of(), List.of(1), List.of(sentence(0, 1))),
        1.0,
        null,
        new QualityFlags(List.of(), null, false, Map.of(), List.of(), "v2"),
        "active",
        "approved",
        null,
        contentSha256,
        NOON,
        NOON);
  }

  public static <T extends Record> void insert(Lake lake, Table<T> table, List<T> rows) {
    lake.insertNew(table, lake.spark().createDataset(rows, RecordEncoder.of(table.row())));
  }

  private static Document document(int chunks) {
    return new Document(
        "doc",
        "file:/trains.md",
        "trains.md",
        "trains",
        "Trains",
        "markdown",
        "fr",
        "sha-1",
        1,
        true,
        null,
        1000,
        1000,
        chunks,
        "ready",
        null,
        null,
        NOON);
  }
}
