package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSamplePdf {
  private static final Path PDF =
      Path.of(System.getProperty("quaestor.root", ".."), "conf/sample/le-present.pdf");

  @Test
  void theKeptPdfSaysWhatItsSourceSays() throws Exception {
    ParsedDocument parsed = PdfParser.parse(Files.readAllBytes(PDF));
    List<String> expected =
        SamplePdf.source().lines().map(line -> line.replaceFirst("^#+ ", "")).toList();
    assertEquals(expected, parsed.blocks().stream().map(Block::text).toList());
    assertTrue(parsed.pages() >= 2 && parsed.pages() <= 4, "pages: " + parsed.pages());
    assertTrue(Files.size(PDF) < 60_000);
  }

  @Test
  void headingsAreToldByTheirSize() throws Exception {
    ParsedDocument parsed = PdfParser.parse(Files.readAllBytes(PDF));
    List<String> expected =
        SamplePdf.source()
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.indexOf(' ') + " " + line.substring(line.indexOf(' ') + 1))
            .toList();
    List<String> found =
        parsed.blocks().stream()
            .filter(Block::isHeading)
            .map(block -> block.level() + " " + block.text())
            .toList();
    assertEquals(expected, found);
    assertEquals("Le présent de l'indicatif", parsed.heading());
  }
}
