package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class TestParsers {

  @Test
  void markdownGivesTextWithoutMarkup() throws Exception {
    String source =
        """
        ---
        title: "Leçon 1"
        ---
        ## Le *genre*

        Un nom est **masculin**
        ou [féminin](http://x.org) : `la table`.

        - premier
        - second

        | mot | genre |
        |---|---|
        | table | f |

        ```
        code  ici
        ```
        """;
    ParsedDocument parsed = Format.MARKDOWN.parse(utf8(source));
    assertEquals("Leçon 1", parsed.title());
    assertEquals(
        List.of(
            "HEADING Le genre",
            "PARAGRAPH Un nom est masculin ou féminin : la table.",
            "ITEM premier",
            "ITEM second",
            "ROW mot | genre",
            "ROW table | f",
            "CODE code  ici"),
        shown(parsed));
  }

  @Test
  void htmlKeepsTheMainContentOnly() throws Exception {
    String source =
        """
        <html><head><title>Page</title><script>var x;</script></head><body>
        <header><a href="/">Accueil</a></header><nav>Menu</nav>
        <ul><li><a href="a">Un</a><li><a href="b">Deux</a><li><a href="c">Trois</a>
        <li><a href="d">Quatre</a></ul>
        <article><header><h1>L&eacute;gumes</h1></header>
        <p>Le prix&nbsp;: 3&nbsp;&euro;<br>par kilo<sup class="reference">[1]</sup></p>
        <table><tr><th>Nom</th><td></td><td>Prix</td></tr></table><pre>a
          b</pre>Fin.</article><footer>Pied</footer></body></html>
        """;
    ParsedDocument parsed = Format.HTML.parse(utf8(source));
    assertEquals("Page", parsed.title());
    assertEquals("Légumes", parsed.heading());
    assertEquals(
        List.of(
            "HEADING Légumes",
            "PARAGRAPH Le prix : 3 € par kilo",
            "ROW Nom | Prix",
            "CODE a\n  b",
            "PARAGRAPH Fin."),
        shown(parsed));
  }

  @Test
  void textIsCutAtBlankLines() throws Exception {
    ParsedDocument parsed = Format.TEXT.parse(utf8("\uFEFFUn\r\ndeux\r\n\r\n  trois\n"));
    assertEquals(List.of("PARAGRAPH Un deux", "PARAGRAPH trois"), shown(parsed));
  }

  @Test
  void utf16IsReadByItsMark() throws Exception {
    byte[] bytes = "\uFEFFÉté".getBytes(StandardCharsets.UTF_16LE);
    assertEquals(List.of("PARAGRAPH Été"), shown(Format.TEXT.parse(bytes)));
  }

  @Test
  void anUndeclaredEncodingIsRefusedAndADeclaredOneIsRead() throws Exception {
    Charset windows = Charset.forName("windows-1252");
    assertReason("wrong_encoding", Format.TEXT, "été".getBytes(windows));
    assertReason("wrong_encoding", Format.HTML, "<p>été".getBytes(windows));
    assertReason("wrong_encoding", Format.TEXT, new byte[] {'a', 0, 'b', 0});
    byte[] declared = "<meta charset=\"iso-8859-1\"><p>été’s".getBytes(windows);
    assertEquals(List.of("PARAGRAPH été’s"), shown(Format.HTML.parse(declared)));
    assertReason("wrong_encoding", Format.HTML, utf8("<meta charset=klingon><p>x"));
  }

  @Test
  void whatHasNoTextIsEmpty() {
    assertReason("empty", Format.TEXT, utf8(" \n\t "));
    assertReason("empty", Format.MARKDOWN, utf8("# \n\n## Titre seul"));
    assertReason("empty", Format.HTML, utf8("<nav>Menu</nav><script>x</script>"));
  }

  @Test
  void docxHasHeadingsListsAndRows() throws Exception {
    try (XWPFDocument document = new XWPFDocument()) {
      var title = document.createParagraph();
      title.setStyle("Heading1");
      title.createRun().setText("Leçon");
      document.createParagraph().createRun().setText("Il pleut à Brest.");
      XWPFTable table = document.createTable(1, 2);
      table.getRow(0).getCell(0).setText("un");
      table.getRow(0).getCell(1).setText("one");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      ParsedDocument parsed = Format.DOCX.parse(out.toByteArray());
      assertEquals(
          List.of("HEADING Leçon", "PARAGRAPH Il pleut à Brest.", "ROW un | one"), shown(parsed));
      assertReason("password", Format.DOCX, encrypted(out.toByteArray()));
      assertReason("corrupt_docx", Format.DOCX, Arrays.copyOf(out.toByteArray(), out.size() / 2));
    }
    assertReason("corrupt_docx", Format.DOCX, utf8("not a zip"));
  }

  @Test
  void pdfsThatCannotBeReadSayWhy() throws Exception {
    assertReason("corrupt_pdf", Format.PDF, utf8("%PDF-1.7 and nothing else"));
    assertReason("corrupt_pdf", Format.PDF, utf8("no pdf at all"));
    try (SamplePdf pdf = SamplePdf.of("Un secret.")) {
      pdf.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      assertReason("password", Format.PDF, saved(pdf.document()));
    }
    try (PDDocument scanned = new PDDocument()) {
      scanned.addPage(new PDPage());
      assertReason("no_text", Format.PDF, saved(scanned));
    }
  }

  @Test
  void pdfParagraphsGoOnOverThePageAndKnowTheirPages() throws Exception {
    String sentence = "Le chat dort sur le vieux tapis rouge de la grande maison. ";
    try (SamplePdf pdf = SamplePdf.of(sentence.repeat(100).strip())) {
      ParsedDocument parsed = Format.PDF.parse(saved(pdf.document()));
      assertEquals(2, parsed.pages());
      assertEquals(1, parsed.blocks().size());
      Block block = parsed.blocks().get(0);
      assertEquals(sentence.repeat(100).strip(), block.text());
      assertEquals(1, block.pageAt(0));
      assertEquals(2, block.pageAt(block.text().length() - 1));
    }
  }

  @Test
  void hyphensOfLineBreaksGoAndRealOnesStay() {
    assertEquals("la grammaire", LineJoin.join("la gram-", "maire"));
    assertEquals("dit-il alors", LineJoin.join("dit-", "il alors"));
    assertEquals("Jean- Paul", LineJoin.join("Jean-", "Paul"));
  }

  @Test
  void controlCharactersAndInvisibleOnesGo() {
    assertEquals(
        "été à 3 €", Texts.line(" e\u0301te\u0301\u0007 \u200B\u00E0\u00A03\u202F€\u0000"));
    assertEquals("fin", Texts.line("ﬁn"));
  }

  @Test
  void deepNestingIsReadOrRefusedButNeverThrows() throws Exception {
    String html = "<div>".repeat(50_000) + "fond" + "</div>".repeat(50_000);
    assertEquals("PARAGRAPH fond", shown(Format.HTML.parse(utf8(html))).get(0));
    String quotes = "> ".repeat(20_000) + "fond";
    assertTrue(shown(Format.MARKDOWN.parse(utf8(quotes))).get(0).endsWith("fond"));
  }

  private static byte[] encrypted(byte[] docx) throws Exception {
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(ole)) {
        out.write(docx);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ole.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] saved(PDDocument document) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static void assertReason(String reason, Format format, byte[] bytes) {
    assertEquals(reason, assertThrows(Unreadable.class, () -> format.parse(bytes)).reason());
  }

  private static List<String> shown(ParsedDocument parsed) {
    return parsed.blocks().stream().map(block -> block.kind() + " " + block.text()).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
