package io.quaestor.corpus;

import io.quaestor.conf.CorpusConf;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads, parses and cuts one file after another; nothing a file contains makes it throw. */
final class FileReader {
  private final CorpusConf conf;
  private final Configuration hadoop;
  private final Instant now;

  FileReader(CorpusConf conf, Configuration hadoop, Instant now) {
    this.conf = conf;
    this.hadoop = hadoop;
    this.now = now;
  }

  FileRead read(Batch.Task task) {
    String sha256 = null;
    try {
      byte[] bytes = bytes(task.file());
      sha256 = Sha256.of(bytes);
      if (isUnchanged(task, sha256)) {
        return FileRead.unchanged();
      }
      return ready(task, bytes, sha256);
    } catch (Unreadable e) {
      return failed(task, sha256, e);
    } catch (IOException e) {
      return failed(task, sha256, new Unreadable("unreadable", e));
    } catch (StackOverflowError e) {
      return failed(task, sha256, new Unreadable("too_deep", "nested too deeply"));
    } catch (OutOfMemoryError e) {
      return failed(task, sha256, new Unreadable("out_of_memory", e));
    } catch (RuntimeException e) {
      return failed(task, sha256, new Unreadable("unreadable", e));
    }
  }

  /** A document that failed is read again each time: its reader may have learned. */
  private static boolean isUnchanged(Batch.Task task, String sha256) {
    Known.Version known = task.known();
    return known != null
        && known.isReady()
        && known.sha256().equals(sha256)
        && known.documentId().equals(documentId(known.path(), sha256, task.conversion()));
  }

  /** The pages of a PDF; none when {@link #read} will say that the file cannot be read. */
  List<RawPage> pages(Batch.Task task) {
    try {
      byte[] bytes = bytes(task.file());
      return PdfParser.pages(bytes, task.file(), Sha256.of(bytes));
    } catch (Unreadable | IOException | RuntimeException e) {
      return List.of();
    } catch (StackOverflowError | OutOfMemoryError e) {
      return List.of();
    }
  }

  private byte[] bytes(SourceFile file) throws IOException, Unreadable {
    Path path = SourceFiles.path(file.sourceUri());
    int most = (int) Math.min(conf.maxFileBytes(), Integer.MAX_VALUE - 16);
    byte[] bytes = {};
    if (file.bytes() <= most) {
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        bytes = in.readNBytes(most + 1);
      } catch (FileNotFoundException e) {
        throw new Unreadable("unreadable", e);
      }
    }
    if (Math.max(file.bytes(), bytes.length) > most) {
      throw new Unreadable(
          "too_large", "%d bytes, at most %d are read".formatted(file.bytes(), most));
    }
    return bytes;
  }

  private FileRead ready(Batch.Task task, byte[] bytes, String sha256) throws Unreadable {
    if (bytes.length == 0) {
      throw new Unreadable("empty", "no bytes in it");
    }
    ParsedDocument parsed =
        task.converted().isEmpty()
            ? Format.of(task.file().fileName()).orElseThrow().parse(bytes)
            : PdfParser.parse(bytes, task.converted());
    String title =
        parsed.heading() == null ? SourceFile.stem(task.file().path()) : parsed.heading();
    String text = String.join("\n", parsed.blocks().stream().map(Block::text).toList());
    Draft draft = new Draft(sha256, title, Language.of(text), parsed.pages(), text.length());
    Chunker.Owner owner =
        new Chunker.Owner(documentId(task, sha256), task.unitId(), title, draft.language());
    List<Chunk> chunks = new Chunker(conf).cut(parsed.blocks(), owner);
    Document document = document(task, draft, chunks.size(), null);
    return new FileRead(
        document.version() == 1 ? FileRead.NEW : FileRead.CHANGED,
        document,
        chunks,
        Resources.of(parsed, chunks));
  }

  private FileRead failed(Batch.Task task, String sha256, Unreadable why) {
    Known.Version known = task.known();
    boolean asBefore =
        known != null
            && why.reason().equals(known.reason())
            && Objects.equals(sha256, known.sha256());
    if (asBefore) {
      return FileRead.unchanged();
    }
    Draft draft = new Draft(sha256, SourceFile.stem(task.file().path()), null, null, 0);
    return new FileRead(FileRead.FAILED, document(task, draft, 0, why), List.of(), List.of());
  }

  private record Draft(
      String sha256, String title, String language, Integer pages, long characters) {}

  private Document document(Batch.Task task, Draft draft, int chunks, Unreadable why) {
    String id = documentId(task, draft.sha256());
    return new Document(
        id,
        task.file().sourceUri(),
        task.file().path(),
        task.unitId(),
        draft.title(),
        Format.of(task.file().fileName()).orElseThrow().label(),
        draft.language(),
        draft.sha256(),
        version(task.known(), id),
        true,
        draft.pages(),
        task.file().bytes(),
        draft.characters(),
        chunks,
        why == null ? "ready" : "failed",
        why == null ? null : why.reason(),
        why == null ? null : why.getMessage(),
        now);
  }

  private static int version(Known.Version known, String documentId) {
    if (known == null) {
      return 1;
    }
    return known.documentId().equals(documentId) ? known.version() : known.version() + 1;
  }

  private static String documentId(Batch.Task task, String sha256) {
    String content = sha256 == null ? "unread:" + task.file().bytes() : sha256;
    return documentId(task.file().path(), content, task.conversion());
  }

  /**
   * The same path with the same bytes, read in the same way, is the same document.
   *
   * @param conversion see {@link Batch.Task#conversion}
   */
  static String documentId(String path, String content, String conversion) {
    return conversion == null
        ? Hashes.id("doc", path, content)
        : Hashes.id("doc", path, content, conversion);
  }
}
