package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;

/** Fills chunks with the sections of one part of a document. */
final class Packing {
  private final int min;
  private final int max;
  private final List<List<Entry>> chunks = new ArrayList<>();
  private List<Entry> current = new ArrayList<>();
  private int tokens;

  private Packing(int min, int max) {
    this.min = min;
    this.max = max;
  }

  /** Entries of each chunk, in order. */
  static List<List<Entry>> pack(List<Outline.Section> part, int min, int max) {
    Packing packing = new Packing(min, max);
    part.forEach(packing::section);
    packing.finish();
    return packing.chunks;
  }

  private void section(Outline.Section section) {
    if (tokens >= min) {
      close();
    }
    int all = tokens + section.tokens();
    int pieces = (all + max - 1) / max;
    int even = Math.max(min, all / pieces);
    for (Entry entry : section.entries()) {
      if (pieces > 1 && tokens >= even) {
        close();
      }
      place(entry);
    }
  }

  private void place(Entry entry) {
    if (tokens + entry.tokens() <= max) {
      add(entry);
    } else if (tokens >= min && entry.tokens() <= max) {
      close();
      add(entry);
    } else {
      if (tokens >= min) {
        close();
      }
      for (Entry part : entry.split(max - tokens, max)) {
        if (tokens + part.tokens() > max) {
          close();
        }
        add(part);
      }
    }
  }

  private void add(Entry entry) {
    current.add(entry);
    tokens += entry.tokens();
  }

  private void close() {
    if (!current.isEmpty()) {
      chunks.add(current);
    }
    current = new ArrayList<>();
    tokens = 0;
  }

  /** A last chunk that came out small joins the one before it. */
  private void finish() {
    if (tokens < min && !chunks.isEmpty()) {
      List<Entry> before = chunks.get(chunks.size() - 1);
      if (tokens + before.stream().mapToInt(Entry::tokens).sum() <= max) {
        before.addAll(current);
        current = List.of();
      }
    }
    close();
  }
}
