package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.app.ResourceList;
import io.quaestor.conf.CorpusConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.LearningResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestResources {
  private static final CorpusConf CONF = new CorpusConf(20, 40, 2_000_000);

  @TempDir Path folder;

  @Test
  void markdownGivesLinksAndMediaWithTheTextTheyStandIn() throws Exception {
    String source =
        """
        # Le marché

        On lit [le **plan**](plan.pdf "Plan") et <https://example.org/a>.

        ![une pomme](img/pomme.png)

        ## Écouter

        <audio controls src="son.mp3"></audio> Écoutez, puis [notez](notes.ogg?x=1).

        <iframe title="Visite" src="https://video.example/1"></iframe>
        """;
    assertEquals(
        List.of(
            "LINK plan.pdf Plan/le plan 1",
            "LINK https://example.org/a null/https://example.org/a 1",
            "IMAGE img/pomme.png null/une pomme 1",
            "AUDIO son.mp3 null/null 3",
            "AUDIO notes.ogg?x=1 null/notez 3",
            "EMBED https://video.example/1 Visite/null 3"),
        shown(Format.MARKDOWN, source));
  }

  @Test
  void htmlGivesThoseOfTheMainContentAndListsThatLeadElsewhere() throws Exception {
    String source =
        """
        <nav><a href="/menu">Menu</a></nav>
        <main><h1>Eau</h1><p>Le cycle<iframe src="v.html">x</iframe> <a href="b.html">suite</a>.</p>
        <video poster="p.png"><source src="film.webm" type="video/webm"></video>
        <ul><li><a href="https://eau.example/1">Un</a><li><a href="deux.html">Deux</a>
        <li><a href="https://eau.example/3">Trois</a><li><a href="quatre.html">Quatre</a></ul>
        <object data="carte.swf"><p>Sans carte.</p></object></main>
        """;
    assertEquals(
        List.of(
            "EMBED v.html null/null 1",
            "LINK b.html null/suite 1",
            "VIDEO film.webm null/null 1",
            "LINK https://eau.example/1 null/Un 1",
            "LINK https://eau.example/3 null/Trois 1",
            "EMBED carte.swf null/null 1"),
        shown(Format.HTML, source));
    assertEquals(
        List.of("Eau", "Le cycle suite."),
        Format.HTML.parse(utf8(source)).blocks().stream().map(Block::text).toList());
  }

  @Test
  void whatIsNoResourceIsLeftOutAndAPayloadIsNotKept() throws Exception {
    String none =
        "[a](#b) [c](javascript:alert) <a href=\"java\tscript:x\">d</a> [e](mailto:x@y.org) []()";
    assertEquals(List.of(), shown(Format.MARKDOWN, none + " Texte."));
    String image = "![i](data:image/png;base64,AAAA) ![j](data:image/png;base64,BBBB) Texte.";
    List<String> shown = shown(Format.MARKDOWN, image);
    assertEquals(2, shown.stream().distinct().count());
    assertTrue(shown.get(0).matches("IMAGE data:image/png;sha256=[0-9a-f]{12} .*"), shown.get(0));
  }

  @Test
  void aResourceIsOnceInItsDocumentWithItsChunkAndHeading() throws Exception {
    String body = "Il dort dans la maison de la ville. ".repeat(6);
    String source =
        "# Un\n\n%s [x](x.html)\n\n# Deux\n\n%s\n\n## Trois\n\n%s [y](y.html) [encore](x.html)"
            .formatted(body, body, body);
    ParsedDocument parsed = Format.MARKDOWN.parse(utf8(source));
    List<Chunk> chunks =
        new Chunker(CONF).cut(parsed.blocks(), new Chunker.Owner("doc", "unit", "T", "fr"));
    assertEquals(
        letters(parsed.blocks().stream().map(Block::text)),
        letters(chunks.stream().map(Chunk::text)));
    List<LearningResource> resources = Resources.of(parsed, chunks);
    assertEquals(
        List.of("x.html x 2 Un", "y.html y 1 Trois"),
        resources.stream()
            .map(r -> "%s %s %d %s".formatted(r.url(), r.text(), r.mentions(), r.heading()))
            .toList());
    assertEquals(chunks.get(0).chunkId(), resources.get(0).chunkId());
    Chunk last = chunks.stream().filter(c -> c.topic().equals("Trois")).findFirst().orElseThrow();
    assertEquals(last.chunkId(), resources.get(1).chunkId());
  }

  @Test
  void theTableFollowsTheCurrentVersionsOfTheDocuments() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("cours"));
    Lake lake = Lake.open(TestSession.small(), folder.resolve("lake").toString());
    Files.writeString(corpus.resolve("a.md"), "# A\n\nLe [plan](p.html) et [b](b.mp3).");
    Files.writeString(corpus.resolve("b.md"), "# B\n\n![c](c.png) Texte.");
    assertEquals(3, ingest(lake, corpus).counts().get("resources"));
    Files.writeString(corpus.resolve("a.md"), "# A\n\nLe [plan](q.html).");
    ingest(lake, corpus);
    assertEquals(List.of("c.png", "q.html"), urls(lake));
    long version = lake.version(Tables.LEARNING_RESOURCES);
    assertEquals(0, ingest(lake, corpus).counts().get("resources"));
    assertEquals(version, lake.version(Tables.LEARNING_RESOURCES));
    Files.writeString(corpus.resolve("a.md"), "# A\n\nLe [plan](p.html) et [b](b.mp3).");
    ingest(lake, corpus);
    assertEquals(List.of("b.mp3", "c.png", "p.html"), urls(lake));
    Files.writeString(corpus.resolve("a.md"), "");
    ingest(lake, corpus);
    assertEquals(List.of("c.png"), urls(lake));
    ResourceList list = new ResourceList(lake, "b");
    assertEquals("{image=1}", list.counts().toString());
    assertTrue(list.json().startsWith("{\"counts\":{\"image\":1},\"resources\":[{"), list.json());
    assertTrue(list.text().get(2).contains("cours/b.md"), list.text().toString());
    String refused =
        assertThrows(JobException.class, () -> new ResourceList(lake, "x")).getMessage();
    assertEquals("There is no unit x", refused);
  }

  private static JobOutcome ingest(Lake lake, Path corpus) {
    Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    return new Ingest(lake, CONF, noon).execute(List.of(corpus.toString()));
  }

  private static List<String> urls(Lake lake) {
    return lake.read(Tables.LEARNING_RESOURCES).collectAsList().stream()
        .map(LearningResource::url)
        .sorted()
        .toList();
  }

  private static List<String> shown(Format format, String source) throws Exception {
    return format.parse(utf8(source)).mentions().stream()
        .map(m -> "%s %s %s/%s %d".formatted(m.kind(), m.url(), m.title(), m.text(), m.block()))
        .toList();
  }

  private static String letters(Stream<String> texts) {
    return String.join("", texts.toList()).replaceAll("\\s", "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
