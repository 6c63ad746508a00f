package io.quaestor.corpus;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.LearningResource;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a document mentions into its learning resources, each with its chunk. */
final class Resources {
  private final List<Block> blocks;
  private final List<Chunk> chunks;
  private final long[] starts;
  private final long[] ends;

  private Resources(List<Block> blocks, List<Chunk> chunks) {
    this.blocks = blocks;
    this.chunks = chunks;
    this.starts = new long[blocks.size()];
    this.ends = new long[chunks.size()];
    long at = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = at;
      at += visible(blocks.get(i).text());
    }
    at = 0;
    for (int i = 0; i < ends.length; i++) {
      at += visible(chunks.get(i).text());
      ends[i] = at;
    }
  }

  /** The document's resources in order of first mention; none when it has no chunks. */
  static List<LearningResource> of(ParsedDocument parsed, List<Chunk> chunks) {
    if (chunks.isEmpty()) {
      return List.of();
    }
    Map<List<String>, List<Mention>> distinct = new LinkedHashMap<>();
    for (Mention mention : parsed.mentions()) {
      distinct
          .computeIfAbsent(List.of(mention.kind().label(), mention.url()), k -> new ArrayList<>())
          .add(mention);
    }
    Resources resources = new Resources(parsed.blocks(), chunks);
    List<LearningResource> rows = new ArrayList<>();
    distinct.values().forEach(same -> rows.add(resources.row(same, rows.size())));
    return rows;
  }

  private LearningResource row(List<Mention> same, int ordinal) {
    Mention first = same.get(0);
    Chunk chunk = chunk(first.block());
    String kind = first.kind().label();
    return new LearningResource(
        Hashes.id("res", chunk.documentId(), kind, first.url()),
        chunk.documentId(),
        chunk.unitId(),
        chunk.chunkId(),
        chunk.topic(),
        heading(first.block()),
        kind,
        first.url(),
        same.stream().map(Mention::title).filter(title -> title != null).findFirst().orElse(null),
        same.stream().map(Mention::text).filter(text -> text != null).findFirst().orElse(null),
        ordinal,
        same.size());
  }

  /**
   * Chunks keep the blocks' text in order, save for white space: characters seen tell the place.
   */
  private Chunk chunk(int block) {
    int chunk = 0;
    while (chunk < ends.length - 1 && ends[chunk] <= starts[block]) {
      chunk++;
    }
    return chunks.get(chunk);
  }

  private String heading(int block) {
    int at = block;
    while (at >= 0 && !blocks.get(at).isHeading()) {
      at--;
    }
    return at < 0 ? null : blocks.get(at).text();
  }

  private static long visible(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
