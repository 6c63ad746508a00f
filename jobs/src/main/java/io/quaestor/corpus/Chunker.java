package io.quaestor.corpus;

import io.quaestor.conf.CorpusConf;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Span;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Sha256;
import java.util.ArrayList;
import java.util.List;

/** Cuts a document into chunks: at headings first, then at paragraphs, then at sentences. */
final class Chunker {
  /** A part of a document smaller than this share of a chunk may share one with its neighbour. */
  private static final double TINY = 1 / 3.0;

  private final CorpusConf conf;

  Chunker(CorpusConf conf) {
    this.conf = conf;
  }

  /**
   * Whom the chunks belong to.
   *
   * @param title topic of chunks that no heading covers
   */
  record Owner(String documentId, String unitId, String title, String language) {}

  /** Chunks in order; the same blocks always give the same chunks. */
  List<Chunk> cut(List<Block> blocks, Owner owner) {
    List<Chunk> chunks = new ArrayList<>();
    for (List<Outline.Section> part : parts(Outline.of(blocks))) {
      for (List<Entry> entries : Packing.pack(part, conf.minTokens(), conf.maxTokens())) {
        chunks.add(chunk(entries, owner, chunks.size()));
      }
    }
    return chunks;
  }

  private List<List<Outline.Section>> parts(List<Outline.Section> sections) {
    List<List<Outline.Section>> parts = new ArrayList<>();
    for (Outline.Section section : sections) {
      if (parts.isEmpty() || section.top()) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(section);
    }
    return withoutTiny(parts);
  }

  private List<List<Outline.Section>> withoutTiny(List<List<Outline.Section>> parts) {
    List<List<Outline.Section>> joined = new ArrayList<>();
    int before = 0;
    for (List<Outline.Section> part : parts) {
      int tokens = part.stream().mapToInt(Outline.Section::tokens).sum();
      boolean join = isTiny(before) || (isTiny(tokens) && before < conf.minTokens());
      if (join && !joined.isEmpty()) {
        joined.get(joined.size() - 1).addAll(part);
        before += tokens;
      } else {
        joined.add(new ArrayList<>(part));
        before = tokens;
      }
    }
    return joined;
  }

  private boolean isTiny(int tokens) {
    return tokens < conf.minTokens() * TINY;
  }

  private static Chunk chunk(List<Entry> entries, Owner owner, int ordinal) {
    List<Block> blocks = entries.stream().flatMap(entry -> entry.blocks().stream()).toList();
    List<String> path = commonPath(entries);
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (Block block : blocks) {
      text.append(text.isEmpty() ? "" : "\n\n");
      addSpans(block, text.length(), spans);
      text.append(block.text());
    }
    Block last = blocks.get(blocks.size() - 1);
    String language = Language.of(text.toString());
    return new Chunk(
        Hashes.id("chk", owner.documentId(), String.valueOf(ordinal), text.toString()),
        owner.documentId(),
        owner.unitId(),
        ordinal,
        path.isEmpty() ? owner.title() : path.get(path.size() - 1),
        path,
        text.toString(),
        spans,
        blocks.get(0).page(),
        last.pageAt(last.text().length() - 1),
        entries.stream().mapToInt(Entry::tokens).sum(),
        language == null ? owner.language() : language,
        Sha256.of(text.toString()));
  }

  private static void addSpans(Block block, int offset, List<Span> spans) {
    if (!block.isProse()) {
      return;
    }
    for (Sentences.Range sentence : block.sentences()) {
      spans.add(
          new Span(
              "s" + (spans.size() + 1),
              offset + sentence.start(),
              offset + sentence.end(),
              block.pageAt(sentence.start())));
    }
  }

  private static List<String> commonPath(List<Entry> entries) {
    List<String> common = entries.get(0).path();
    for (Entry entry : entries) {
      int same = 0;
      int length = Math.min(common.size(), entry.path().size());
      while (same < length && common.get(same).equals(entry.path().get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return List.copyOf(common);
  }
}
