package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.CorpusConf;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestChunker {
  private static final CorpusConf CONF = new CorpusConf(100, 200, 1_000_000);
  private static final Chunker.Owner OWNER = new Chunker.Owner("doc_1", "unit", "Livre", "fr");
  private static final String SENTENCE = "Le petit chat noir dort tout le jour dans la maison.";

  @Test
  void sectionsOfGoodSizeAreNeverMixed() {
    List<Chunk> chunks = cut("# Livre", "## Un", body(8), body(4), "## Deux", body(8), body(4));
    assertEquals(List.of("Un", "Deux"), chunks.stream().map(Chunk::topic).toList());
    assertEquals(List.of("Livre", "Un"), chunks.get(0).headingPath());
    assertTrue(chunks.get(1).text().startsWith("Deux\n\nLe petit"));
  }

  @Test
  void aTinySectionSharesAChunkAndTheTopicCoversBoth() {
    List<Chunk> chunks = cut("# Livre", "## Un", body(1), "## Deux", body(8));
    assertEquals(1, chunks.size());
    assertEquals("Livre", chunks.get(0).topic());
  }

  @Test
  void subsectionsFillAChunkAndShareTheirParentsTopic() {
    List<Chunk> chunks =
        cut("## A", "### A1", body(4), "### A2", body(5), "## B", body(10), "### B1", body(9));
    assertEquals(List.of("A", "B", "B1"), chunks.stream().map(Chunk::topic).toList());
  }

  @Test
  void withoutHeadingsTheTitleIsTheTopic() {
    assertEquals("Livre", cut(body(3)).get(0).topic());
    assertEquals(List.of(), cut(body(3)).get(0).headingPath());
  }

  @Test
  void aLongParagraphIsCutAtSentencesWithinTheLimit() {
    List<Chunk> chunks = cut("# Livre", body(100));
    assertTrue(chunks.size() > 5);
    for (Chunk chunk : chunks) {
      assertTrue(chunk.tokens() <= CONF.maxTokens(), "tokens: " + chunk.tokens());
      assertTrue(TokenCount.of(chunk.text()) <= CONF.maxTokens());
      assertTrue(chunk.text().endsWith("maison."));
    }
    assertTrue(chunks.subList(0, chunks.size() - 1).stream().allMatch(c -> c.tokens() >= 100));
  }

  @Test
  void spansAreExactNumberedAndTrimmed() {
    Chunk chunk = cut("# Livre", body(3), "Court.", body(2)).get(0);
    assertEquals(6, chunk.spans().size());
    for (int i = 0; i < chunk.spans().size(); i++) {
      Span span = chunk.spans().get(i);
      assertEquals("s" + (i + 1), span.id());
      assertEquals(i == 3 ? "Court." : SENTENCE, span.of(chunk.text()));
    }
  }

  @Test
  void headingsAndListingsHaveNoSpans() {
    List<Block> blocks =
        List.of(
            Block.heading(1, "Titre. Oui.", null),
            Block.of(Block.Kind.CODE, "x = 1. Y\nz", null),
            Block.of(Block.Kind.ROW, "Il dort. | He sleeps.", null));
    Chunk chunk = new Chunker(CONF).cut(blocks, OWNER).get(0);
    assertEquals(1, chunk.spans().size());
    assertEquals("Il dort. | He sleeps.", chunk.spans().get(0).of(chunk.text()));
  }

  @Test
  void nothingIsLostAndIdsAreStable() {
    List<Block> blocks = blocks("# Livre", body(30), "## Vide", "## Un", body(7), "## Fin");
    List<Chunk> chunks = new Chunker(CONF).cut(blocks, OWNER);
    String together = String.join(" ", chunks.stream().map(Chunk::text).toList());
    String all = String.join(" ", blocks.stream().map(Block::text).toList());
    assertEquals(all, together.replaceAll("\\s+", " "));
    assertEquals(chunks, new Chunker(CONF).cut(blocks, OWNER));
    assertEquals(chunks.size(), chunks.stream().map(Chunk::chunkId).distinct().count());
    assertTrue(chunks.get(0).chunkId().matches("chk_[0-9a-f]{20}"));
  }

  @Test
  void pagesFollowTheText() {
    List<Block> blocks =
        List.of(
            Block.of(Block.Kind.PARAGRAPH, SENTENCE, 3),
            new Block(Block.Kind.PARAGRAPH, 0, SENTENCE + " " + SENTENCE, 3, 60));
    Chunk chunk = new Chunker(CONF).cut(blocks, OWNER).get(0);
    assertEquals(3, chunk.pageFrom());
    assertEquals(4, chunk.pageTo());
    assertEquals(List.of(3, 3, 3), chunk.spans().stream().map(Span::page).toList());
  }

  @Test
  void aMegabyteOnOneLineIsCutToo() {
    List<Chunk> chunks = cut("a".repeat(500_000) + " " + "mot ".repeat(125_000));
    assertFalse(chunks.isEmpty());
    int longest = chunks.stream().mapToInt(c -> c.text().length()).max().orElseThrow();
    assertTrue(longest <= 10_000, "longest: " + longest);
  }

  private static List<Chunk> cut(String... source) {
    return new Chunker(CONF).cut(blocks(source), OWNER);
  }

  private static List<Block> blocks(String... source) {
    List<Block> blocks = new ArrayList<>();
    for (String text : source) {
      int level = text.startsWith("#") ? text.indexOf(' ') : 0;
      blocks.add(
          level == 0
              ? Block.of(Block.Kind.PARAGRAPH, text, null)
              : Block.heading(level, text.substring(level + 1), null));
    }
    return blocks;
  }

  private static String body(int sentences) {
    return (SENTENCE + " ").repeat(sentences).strip();
  }
}
