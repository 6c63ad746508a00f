package io.quaestor.generate.variants;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import io.quaestor.tables.Question;
import io.quaestor.udfs.text.Quotes;
import io.quaestor.udfs.text.Similarity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where a parent stands once its document has a newer version: the chunk most like its own. */
public final class CurrentSource {
  private final Lake lake;

  public CurrentSource(Lake lake) {
    this.lake = lake;
  }

  /**
   * The question as if it had been made from what its document is now, with those of its quotes
   * that still stand there; itself when the document is current or nothing took over from it.
   */
  public Question of(Question parent) {
    List<Document> own = documents("documentId", parent.documentId());
    if (own.isEmpty() || own.get(0).current()) {
      return parent;
    }
    List<Document> newer =
        documents("sourceUri", own.get(0).sourceUri()).stream()
            .filter(document -> document.current() && document.status().equals("ready"))
            .toList();
    List<Chunk> old = chunks("chunkId", parent.chunkId());
    if (newer.isEmpty() || old.isEmpty()) {
      return parent;
    }
    Document now = newer.get(0);
    return chunks("documentId", now.documentId()).stream()
        .max(Comparator.comparingDouble(chunk -> likeness(old.get(0), chunk)))
        .map(chunk -> moved(parent, now, chunk))
        .orElse(parent);
  }

  private static Question moved(Question parent, Document document, Chunk chunk) {
    Quotes text = Quotes.in(chunk.text());
    List<String> quotes =
        parent.sourceEvidence().quotes().stream()
            .filter(quote -> text.find(quote).isPresent())
            .toList();
    return parent.from(document.documentId(), document.contentSha256(), chunk.chunkId(), quotes);
  }

  private static double likeness(Chunk a, Chunk b) {
    Map<String, Integer> terms = Similarity.terms(a.text());
    return Similarity.cosine(terms, Similarity.terms(b.text()));
  }

  private List<Document> documents(String column, String value) {
    return lake.read(Tables.DOCUMENTS).filter(col(column).equalTo(value)).collectAsList();
  }

  /** Of one chunk or of one document. */
  private List<Chunk> chunks(String column, String value) {
    return lake.read(Tables.CHUNKS).filter(col(column).equalTo(value)).collectAsList();
  }
}
