package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.CorpusConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.ScriptedModel;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Conversion;
import io.quaestor.tables.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPageConversion {
  private static final CorpusConf CONF = new CorpusConf(20, 200, 2_000_000);

  @TempDir Path folder;
  private Path corpus;
  private Lake lake;

  @BeforeEach
  void open() throws Exception {
    lake = Lake.open(TestSession.small(), folder.resolve("lake").toString());
    corpus = Files.createDirectories(folder.resolve("cours"));
    String paragraph = "Le chat dort dans la maison et la ville est calme. ";
    String page = "%s\n".formatted(paragraph.repeat(12)).repeat(9);
    try (SamplePdf pdf = SamplePdf.of("Premier titre\n" + page + "Dernier mot.")) {
      pdf.document().save(corpus.resolve("cours.pdf").toFile());
    }
    Files.writeString(corpus.resolve("a.md"), "# Un\n\nIl dort.");
  }

  @Test
  void aPageIsUsedWhenItsWordsStayAndKeptWhenTheyDoNot() throws Exception {
    try (ScriptedModel model = new ScriptedModel(TestPageConversion::headedFirstPage)) {
      JobOutcome outcome = ingest(new PageConversion(model.context(lake, "r1"), "cheap"));
      assertEquals("complete", outcome.status());
      assertEquals(2, outcome.counts().get("new"));
      assertEquals(2, outcome.counts().get("pages"));
      assertEquals(1, outcome.counts().get("pages_used"));
      assertEquals(1, outcome.counts().get("pages_kept"));
      List<Conversion> pages = conversions();
      assertEquals("1 true 0 0 null", shown(pages.get(0)));
      assertTrue(shown(pages.get(1)).matches("2 false 1 [1-9]\\d* too_much_dropped"));
      assertEquals("Inventé", pages.get(1).markdown());
      assertTrue(pages.get(1).text().endsWith("Dernier mot."), pages.get(1).text());
      Document document = currentPdf();
      assertEquals(document.documentId(), pages.get(0).documentId());
      assertEquals("Premier titre", document.title());
      String text = text(document);
      assertTrue(text.startsWith("Premier titre\n\n"), text.substring(0, 40));
      assertTrue(text.endsWith("Dernier mot.") && !text.contains("Inventé"), text);
    }
  }

  @Test
  void withAndWithoutAModelAreTwoVersionsAndNothingIsAskedTwice() throws Exception {
    Files.delete(corpus.resolve("a.md"));
    ingest(null);
    List<String> plain = chunkIds();
    try (ScriptedModel model = new ScriptedModel(TestPageConversion::headedFirstPage)) {
      assertEquals(
          1,
          ingest(new PageConversion(model.context(lake, "r1"), "cheap")).counts().get("changed"));
      assertEquals(2, currentPdf().version());
      assertNotEquals(plain, chunkIds());
      assertFalse(ingest(new PageConversion(model.context(lake, "r2"), "cheap")).changed());
      assertEquals(2, model.asked().size());
      ingest(null);
      assertEquals(plain, chunkIds());
    }
  }

  @Test
  void withoutAnAnswerThePageIsKeptAndTheJobSaysSo() throws Exception {
    try (ScriptedModel model = new ScriptedModel(message -> "no JSON")) {
      JobOutcome outcome = ingest(new PageConversion(model.context(lake, "r1"), "cheap"));
      assertEquals("partial", outcome.status());
      assertEquals(2, outcome.counts().get("pages_unanswered"));
      assertEquals("call_invalid", conversions().get(0).reason());
      assertNull(conversions().get(0).added());
      assertFalse(ingest(null).changed());
    }
  }

  @Test
  void anUnknownModelIsRefused() throws Exception {
    try (ScriptedModel model = new ScriptedModel(message -> "")) {
      JobContext context = model.context(lake, "r1");
      assertEquals(
          "There is no model oracle",
          assertThrows(JobException.class, () -> new PageConversion(context, "oracle"))
              .getMessage());
    }
  }

  /** The first page with its first line as a heading; for any other page a word of its own. */
  private static String headedFirstPage(String message) {
    String lines = message.replaceFirst("(?s).*<(page-[0-9a-f]{8})>\n(.*)\n</\\1>.*", "$2");
    String markdown =
        lines.startsWith("Premier titre\n")
            ? "# Premier titre\n\n" + lines.substring("Premier titre\n".length())
            : "Inventé";
    return "{\"markdown\":\"%s\"}".formatted(markdown.replace("\n", "\\n"));
  }

  private JobOutcome ingest(PageConversion conversion) {
    Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    return new Ingest(lake, CONF, noon, conversion).execute(List.of(corpus.toString()));
  }

  private Document currentPdf() {
    return lake.read(Tables.DOCUMENTS).filter("current AND format = 'pdf'").first();
  }

  private List<Conversion> conversions() {
    return lake.read(Tables.CONVERSIONS).orderBy("page").collectAsList();
  }

  private List<Chunk> chunks(Document document) {
    return lake.read(Tables.CHUNKS)
        .filter("documentId = '%s'".formatted(document.documentId()))
        .orderBy("ordinal")
        .collectAsList();
  }

  private List<String> chunkIds() {
    return chunks(currentPdf()).stream().map(Chunk::chunkId).toList();
  }

  private String text(Document document) {
    return chunks(document).stream().map(Chunk::text).collect(Collectors.joining("\n\n"));
  }

  private static String shown(Conversion page) {
    return "%d %s %d %d %s"
        .formatted(page.page(), page.used(), page.added(), page.dropped(), page.reason());
  }
}
