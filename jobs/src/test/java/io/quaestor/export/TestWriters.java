package io.quaestor.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.QuestionType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TestWriters {
  private static final List<Question> QUESTIONS =
      IntStream.range(0, 96).mapToObj(Odd::question).toList();

  @Test
  void moodleXmlHasEveryQuestionAsItIs() throws Exception {
    StringWriter out = new StringWriter();
    assertEquals(Set.of(), write(new MoodleXmlWriter(out)));
    List<Seen> read =
        XmlReaders.moodle(
            new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
    assertEquals(QUESTIONS.stream().map(q -> Seen.of(q, true, true)).toList(), read);
  }

  @Test
  void aPackageOfQtiHasAnItemForEveryQuestionAndNamesThemAll() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(Set.of("rationales"), write(new QtiWriter(out)));
    Map<String, byte[]> files = unzipped(out.toByteArray());
    Element manifest = XmlReaders.parse(new ByteArrayInputStream(files.remove("imsmanifest.xml")));
    List<Seen> read = new ArrayList<>();
    for (Element resource : XmlReaders.all(manifest, "resource")) {
      assertEquals("imsqti_item_xmlv2p1", resource.getAttribute("type"));
      byte[] item = files.remove(resource.getAttribute("href"));
      read.add(XmlReaders.qti(new ByteArrayInputStream(item)));
    }
    assertEquals(Map.of(), files, "files that the manifest does not name");
    assertEquals(QUESTIONS.stream().map(q -> Seen.of(q, false, true)).toList(), read);
  }

  @Test
  void giftEscapesWhatItUses() throws Exception {
    StringWriter out = new StringWriter();
    Question question = Odd.question("qst_1", QuestionType.FILL_IN_BLANK, 5);
    new GiftWriter(out).write(Item.of(question));
    String[] lines = out.toString().split("\n");
    assertEquals("$CATEGORY: unit//0", lines[0]);
    assertEquals("// [id:qst_1] [tag:unit/0] [tag:Thème 5] [tag:beginner] [tag:direct]", lines[2]);
    assertEquals(
        "::qst_1::[html]Énoncé 5 &lt;script&gt;alert('1')&lt;/script&gt; &lt;b&gt;gras&lt;/b&gt;"
            + " &amp;amp; &amp;lt; 5 {",
        lines[3]);
    assertEquals("  =\\\\*5} fin L’été, où « l’âme » naît — cœur, ÿ, Ω, 日本, 😀 8", lines[6]);
  }

  @Test
  void whatNoLearnerCouldAnswerHasAReason() {
    Question whole = Odd.question("q", QuestionType.MCQ_SINGLE, 1);
    assertNull(Item.of(whole).problem());
    assertEquals("key_not_in_options", Item.of(with(whole, "mcq_single", "nothing")).problem());
    assertEquals("unknown_type", Item.of(with(whole, "matching", "nothing")).problem());
    assertEquals(
        "50", Fractions.of(Item.of(Odd.question(1)), Item.of(Odd.question(1)).keys().get(0)));
  }

  private static Question with(Question q, String type, String answer) {
    return new Question(
        q.questionId(),
        q.batchId(),
        q.runId(),
        q.unitId(),
        q.topic(),
        q.documentId(),
        q.chunkId(),
        null,
        q.sourceVersion(),
        q.pipeline(),
        q.pipelineVersion(),
        q.model(),
        q.askId(),
        0,
        type,
        null,
        q.difficulty(),
        "fr",
        q.stem(),
        q.options(),
        List.of(answer),
        List.of(),
        null,
        List.of(),
        q.sourceEvidence(),
        1.0,
        null,
        null,
        "active",
        "draft",
        null,
        "sha",
        q.createdAt(),
        q.updatedAt());
  }

  /** Codes of what was lost. */
  private static Set<String> write(QuestionWriter writer) throws Exception {
    Set<String> lost = new java.util.HashSet<>();
    writer.begin();
    for (Question question : QUESTIONS) {
      lost.addAll(writer.write(Item.of(question)));
    }
    writer.end();
    return lost;
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
