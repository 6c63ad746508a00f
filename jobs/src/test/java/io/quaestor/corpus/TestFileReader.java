package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quaestor.conf.CorpusConf;
import io.quaestor.tables.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFileReader {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final CorpusConf CONF = new CorpusConf(300, 900, 100);

  @TempDir Path folder;

  @Test
  void everyFailureIsARowWithItsReason() throws Exception {
    assertEquals("empty", read(write("a.txt", new byte[0]), null).document().reason());
    assertEquals("too_large", read(write("b.txt", new byte[101]), null).document().reason());
    byte[] latin = {(byte) 0xE9, 't', (byte) 0xE9};
    Document wrong = read(write("c.md", latin), null).document();
    assertEquals("failed", wrong.status());
    assertEquals("wrong_encoding", wrong.reason());
    assertEquals("not text in UTF-8: Input length = 1", wrong.detail());
    Path gone = folder.resolve("gone.md");
    assertEquals("unreadable", read(gone, null).document().reason());
    assertNull(read(gone, null).document().contentSha256());
  }

  @Test
  void theSameBytesAreUnchangedAndOthersAreTheNextVersion() throws Exception {
    Path file = write("a.txt", "Il dort.".getBytes(StandardCharsets.UTF_8));
    Document first = read(file, null).document();
    assertEquals(FileRead.unchanged(), read(file, known(first)));
    Document second =
        read(write("a.txt", "Elle lit.".getBytes(StandardCharsets.UTF_8)), known(first)).document();
    assertEquals(2, second.version());
    assertNotEquals(first.documentId(), second.documentId());
  }

  @Test
  void aFailureIsTriedAgainAndItsRowReplaced() throws Exception {
    Path file = write("a.txt", "Il dort.".getBytes(StandardCharsets.UTF_8));
    Document ready = read(file, null).document();
    Known.Version failed =
        new Known.Version(ready.documentId(), "a.txt", "u", ready.contentSha256(), 1, "unreadable");
    FileRead again = read(file, failed);
    assertEquals(ready, again.document());
    Document empty = read(write("b.txt", new byte[0]), null).document();
    assertEquals(FileRead.unchanged(), read(folder.resolve("b.txt"), known(empty)));
  }

  @Test
  void whatTravelsToExecutorsSurvivesTheJourney() throws Exception {
    Path file = write("a.txt", "Il dort.".getBytes(StandardCharsets.UTF_8));
    ReadBatches function =
        new ReadBatches(CONF, new SerializableConfiguration(new Configuration()), NOON);
    Batch batch = new Batch(List.of(task(file, null)));
    Iterator<FileRead> reads = sent(function).call(List.of(sent(batch)).iterator());
    assertEquals(read(file, null), reads.next());
  }

  private FileRead read(Path file, Known.Version known) {
    return new FileReader(CONF, new Configuration(), NOON).read(task(file, known));
  }

  private static Batch.Task task(Path file, Known.Version known) {
    String name = file.getFileName().toString();
    return new Batch.Task(
        new SourceFile(file.toUri().toString(), name, file.toFile().length()), "u", known);
  }

  private static Known.Version known(Document document) {
    return new Known.Version(
        document.documentId(),
        document.path(),
        document.unitId(),
        document.contentSha256(),
        document.version(),
        document.reason());
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  @SuppressWarnings("unchecked")
  private static <T> T sent(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
