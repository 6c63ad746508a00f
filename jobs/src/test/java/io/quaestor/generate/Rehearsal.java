package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.TestSession;
import io.quaestor.conf.ConfHome;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.Document;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A warehouse with one unit of a few one-chunk topics, and pipelines run on it against a script.
 */
public final class Rehearsal {
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** What every chunk says; s1 and s2. */
  public static final String TEXT = "The cat sleeps on the sofa. The dog runs in the garden.";

  private final Lake lake;
  private final ConfHome home;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param topics chunks, each a topic of its own
   * @param settings as in {@code --set}
   */
  public Rehearsal(Path folder, TaskServer server, int topics, String... settings) {
    this.lake = Lake.open(TestSession.spark(), folder.resolve("warehouse").toString());
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("calls.attempts=1");
    this.home = ConfHome.load(CONF, null, all, name -> null).offline(server.url());
    List<Chunk> chunks = IntStream.range(0, topics).mapToObj(Rehearsal::chunk).toList();
    write(Tables.UNITS, List.of(unit(topics)), CorpusUnit.class);
    write(Tables.DOCUMENTS, List.of(document(topics)), Document.class);
    write(Tables.CHUNKS, chunks, Chunk.class);
  }

  public JobContext context(String runId) {
    CallSetup setup =
        new CallSetup(
            home.conf(),
            home.schemas(),
            lake.root().toString(),
            Map.of(),
            runId,
            CallSetup.Terms.NONE);
    Ledger ledger = new Ledger(lake, setup, null, name -> null, Progress.SILENT);
    return new JobContext(lake, home, ledger, new Noting());
  }

  public JobOutcome generate(String pipeline, int target) {
    return new GenerateJob(
            context("run"),
            GenerateOptions.all(pipeline, target, 1),
            Clock.fixed(NOON, ZoneOffset.UTC))
        .execute();
  }

  public Lake lake() {
    return lake;
  }

  /** Lines the jobs said. */
  public List<String> notes() {
    return notes;
  }

  public List<Question> questions() {
    return lake.read(Tables.QUESTIONS).orderBy("batchId", "slot").collectAsList();
  }

  public List<Rejection> rejections() {
    return lake.read(Tables.REJECTIONS).orderBy("batchId", "slot").collectAsList();
  }

  /** Rejections with this first reason. */
  public long rejectedFor(String reason) {
    return lake.read(Tables.REJECTIONS).filter(col("reasons").getItem(0).equalTo(reason)).count();
  }

  /** One batch of these over the first topic, without a warehouse. */
  public static BatchWork work(String type, int count) {
    PlannedBatch batch =
        new PlannedBatch(
            "bat_1",
            "run_1",
            0,
            0,
            "pets",
            "Topic 0",
            type,
            "beginner",
            count,
            List.of("c0"),
            "cheap",
            1,
            2,
            0,
            0,
            BigDecimal.ZERO);
    return new BatchWork(batch, List.of(chunk(0)), List.of("v1"));
  }

  /** An answer with this JSON. */
  public static Reply reply(String json) {
    return reply(Reply.OK, json);
  }

  /** No answer. */
  public static Reply failed() {
    return reply(Reply.FAILED, null);
  }

  private static Reply reply(String status, String json) {
    return new Reply(
        "ask",
        "p",
        "strong",
        "m",
        "m",
        "test",
        "bat_1",
        0,
        status,
        json,
        json,
        null,
        null,
        200,
        1,
        1,
        1,
        0,
        0,
        BigDecimal.ZERO,
        0,
        0.0,
        1,
        1,
        null,
        "run",
        NOON);
  }

  private <T extends Record> void write(Table<T> table, List<T> rows, Class<T> type) {
    lake.insertNew(table, lake.spark().createDataset(rows, RecordEncoder.of(type)));
  }

  private static Chunk chunk(int i) {
    List<Span> spans = List.of(new Span("s1", 0, 27, null), new Span("s2", 28, 55, null));
    return new Chunk(
        "c" + i,
        "doc",
        "pets",
        i,
        "Topic " + i,
        List.of("Topic " + i),
        TEXT + " ".repeat(i),
        spans,
        null,
        null,
        14,
        "en",
        "h" + i);
  }

  private static CorpusUnit unit(int topics) {
    return new CorpusUnit("pets", "Pets", "en", List.of("Topic 0"), 1, topics, 14 * topics, NOON);
  }

  private static Document document(int chunks) {
    return new Document(
        "doc",
        "file:/pets.md",
        "pets.md",
        "pets",
        "Pets",
        "markdown",
        "en",
        "v1",
        1,
        true,
        null,
        100,
        100,
        chunks,
        "ready",
        null,
        null,
        NOON);
  }

  private final class Noting implements Progress {
    @Override
    public void at(String what, long done, long total) {
      notes.add("%s %d/%d".formatted(what, done, total));
    }

    @Override
    public void note(String line) {
      notes.add(line);
    }
  }
}
