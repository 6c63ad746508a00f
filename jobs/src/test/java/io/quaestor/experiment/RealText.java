package io.quaestor.experiment;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import io.quaestor.tables.Span;
import io.quaestor.udfs.text.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample corpus, cut into as many short chunks as wanted: windows that move on by a sentence.
 */
final class RealText {
  private static final Path SAMPLE = Path.of(System.getProperty("quaestor.root"), "conf/sample");
  private static final Pattern SENTENCE = Pattern.compile("[A-ZÀ-Ý][^.!?|*#\\n]{30,160}[.!?]");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int SHORTEST = 8;

  private RealText() {}

  /** A warehouse with one current document for each unit. */
  static void fill(Lake lake, int chunks) {
    List<Document> documents = new ArrayList<>();
    List<Chunk> cut = new ArrayList<>();
    for (int window = SHORTEST; cut.size() < chunks; window++) {
      for (String file : List.of("the-water-cycle.md", "les-articles.md")) {
        String id = "doc_%s_%d".formatted(file.substring(0, 3), window);
        documents.add(document(id, file));
        cut.addAll(windows(id, sentences(file), window));
      }
    }
    insert(lake, Tables.DOCUMENTS, documents);
    insert(lake, Tables.CHUNKS, cut.subList(0, chunks));
  }

  private static List<String> sentences(String file) {
    try {
      List<String> sentences = new ArrayList<>();
      Matcher found = SENTENCE.matcher(Files.readString(SAMPLE.resolve(file)).replace("\n", " "));
      while (found.find()) {
        sentences.add(found.group());
      }
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Chunk> windows(String documentId, List<String> sentences, int size) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from + size <= sentences.size(); from++) {
      chunks.add(chunk(documentId, from, sentences.subList(from, from + size)));
    }
    return chunks;
  }

  private static Chunk chunk(String documentId, int ordinal, List<String> sentences) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String sentence : sentences) {
      int start = text.length();
      text.append(sentence);
      spans.add(new Span("s" + (spans.size() + 1), start, text.length(), null));
      text.append(' ');
    }
    return new Chunk(
        Hashes.id("chk", documentId, String.valueOf(ordinal), text.toString()),
        documentId,
        documentId,
        ordinal,
        documentId + " " + ordinal,
        List.of(),
        text.toString(),
        spans,
        null,
        null,
        text.length() / 4,
        documentId.contains("the") ? "en" : "fr",
        Hashes.sha256(text.toString()));
  }

  private static Document document(String id, String file) {
    return new Document(
        id,
        "file:/" + id,
        file,
        id,
        file,
        "markdown",
        "fr",
        Hashes.sha256(id),
        1,
        true,
        null,
        1000,
        1000,
        10,
        "ready",
        null,
        null,
        NOON);
  }

  private static <T extends Record> void insert(Lake lake, Table<T> table, List<T> rows) {
    lake.insertNew(table, lake.spark().createDataset(rows, RecordEncoder.of(table.row())));
  }
}
