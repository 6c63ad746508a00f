package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What is never torn from what follows or precedes it: a block of text with the headings that
 * announce it.
 *
 * @param lead headings right before the body
 * @param path headings it stands under, from the outermost in
 * @param tokens of lead and body with the blank lines between
 */
record Entry(List<Block> lead, Block body, List<String> path, int tokens) {
  private static final int SEPARATOR_TOKENS = 1;

  static Entry of(List<Block> lead, Block body, List<String> path) {
    int tokens = cost(body);
    for (Block heading : lead) {
      tokens += cost(heading);
    }
    return new Entry(List.copyOf(lead), body, path, tokens);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>(lead);
    blocks.add(body);
    return blocks;
  }

  /**
   * Cuts at sentences.
   *
   * @param room tokens the first part may have
   * @param most tokens each later part may have
   * @return parts that fit, save for single longer sentences; the first has the headings
   */
  List<Entry> split(int room, int most) {
    List<Entry> parts = new ArrayList<>();
    List<Block> headings = lead;
    int from = -1;
    int to = 0;
    int used = tokens - cost(body) + SEPARATOR_TOKENS;
    int allowed = room;
    for (Sentences.Range sentence : body.sentences()) {
      int cost = TokenCount.of(body.text().substring(sentence.start(), sentence.end())) + 1;
      if (from >= 0 && used + cost > allowed) {
        parts.add(new Entry(headings, body.part(from, to), path, used));
        headings = List.of();
        from = -1;
        used = SEPARATOR_TOKENS;
        allowed = most;
      }
      from = from < 0 ? sentence.start() : from;
      to = sentence.end();
      used += cost;
    }
    parts.add(new Entry(headings, body.part(from, to), path, used));
    return parts;
  }

  private static int cost(Block block) {
    return TokenCount.of(block.text()) + SEPARATOR_TOKENS;
  }
}
