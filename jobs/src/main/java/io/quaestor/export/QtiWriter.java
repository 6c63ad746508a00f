package io.quaestor.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An IMS content package with an item of QTI 2.1 for each question. The manifest, which names them
 * all, is kept in a file meanwhile and goes in last.
 */
final class QtiWriter implements QuestionWriter {
  private static final String PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1";

  private final ZipOutputStream zip;
  private final Writer out;
  private final Path resources;
  private final Writer named;

  QtiWriter(OutputStream out) throws IOException {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    this.resources = Files.createTempFile("quaestor-manifest", ".xml");
    this.named = Files.newBufferedWriter(resources);
  }

  @Override
  public Set<String> write(Item item) throws IOException {
    String identifier = QtiItem.identifier(item);
    String file = "items/" + identifier + ".xml";
    zip.putNextEntry(entry(file));
    new QtiItem(item, out).write();
    out.flush();
    zip.closeEntry();
    Xml xml = new Xml(named);
    xml.open("resource", "identifier", identifier, "type", "imsqti_item_xmlv2p1", "href", file);
    xml.empty("file", "href", file).close("resource").line();
    return item.hasRationales() ? Set.of(RATIONALES) : Set.of();
  }

  @Override
  public void end() throws IOException {
    named.close();
    zip.putNextEntry(entry("imsmanifest.xml"));
    Xml xml = new Xml(out);
    xml.declaration();
    xml.open("manifest", "xmlns", PACKAGING, "identifier", "QUAESTOR");
    xml.open("metadata").leaf("schema", "QTIv2.1 Package");
    xml.leaf("schemaversion", "1.0.0").close("metadata");
    xml.empty("organizations").open("resources").line();
    out.flush();
    Files.copy(resources, zip);
    xml.close("resources").close("manifest").line();
    out.flush();
    zip.closeEntry();
    zip.finish();
    Files.delete(resources);
  }

  /** The same questions give the same bytes. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    return entry;
  }
}
