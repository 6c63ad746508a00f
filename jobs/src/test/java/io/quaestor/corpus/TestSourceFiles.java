package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSourceFiles {
  @TempDir Path folder;

  @Test
  void pathsBeginWithTheFolderAndOtherFormatsAreCounted() throws Exception {
    write("Leçon 1: le présent.md");
    write("sub/x/y.HTML");
    write("photo.jpg");
    write(".git/readme.md");
    SourceFiles.Found found = find(folder.resolve("cours").toString() + "/");
    assertEquals(
        List.of("cours/Leçon 1: le présent.md", "cours/sub/x/y.HTML"),
        found.files().stream().map(SourceFile::path).sorted().toList());
    assertEquals(1, found.ignored());
    for (SourceFile file : found.files()) {
      assertTrue(Files.exists(Path.of(SourceFiles.path(file.sourceUri()).toUri().getPath())));
    }
  }

  @Test
  void aLoopOfLinksEndsAndAFileNamedTwiceIsOne() throws Exception {
    Path file = write("a.md");
    Files.createSymbolicLink(folder.resolve("cours/boucle"), folder.resolve("cours"));
    SourceFiles.Found found =
        find(folder.resolve("cours").toString(), file.toString(), file.toUri().toString());
    assertEquals(List.of("cours/a.md"), found.files().stream().map(SourceFile::path).toList());
  }

  @Test
  void aFileOfItsOwnIsCalledByItsName() throws Exception {
    assertEquals("a.md", find(write("a.md").toString()).files().get(0).path());
  }

  @Test
  void whatCannotBeIngestedIsNamed() throws Exception {
    String missing = folder.resolve("rien").toString();
    JobException refused = assertThrows(JobException.class, () -> find(missing));
    assertEquals(
        "Nothing to ingest at " + missing + ": there is no such file or folder",
        refused.getMessage());
    assertEquals(2, refused.exitCode().value());
    String image = write("photo.jpg").toString();
    refused = assertThrows(JobException.class, () -> find(image));
    assertEquals("format_unsupported", refused.code());
    assertTrue(refused.getMessage().contains(image), refused.getMessage());
    refused = assertThrows(JobException.class, () -> find("nowhere://x/y"));
    assertEquals("path_unreadable", refused.code());
  }

  @Test
  void unitsAreFirstSubfoldersOrFilesUnderNamesOfTheirOwn() {
    List<String> keys =
        Stream.of(
                "c/Leçon 1.md", "c/lecon-1.txt", "c/Cœur & âme/x/y.md", "c/Cœur & âme/z.md", "课.md")
            .map(path -> new SourceFile("file:/" + path, path, 1).unitKey())
            .toList();
    Map<String, String> names = UnitIds.name(keys, Map.of("c/lecon-1.txt", "lecon-1"));
    assertEquals(
        List.of("lecon-1-2", "lecon-1", "coeur-ame", "coeur-ame"),
        keys.stream().limit(4).map(names::get).toList());
    assertTrue(names.get("课.md").matches("unit-[0-9a-f]{8}"));
  }

  @Test
  void batchesHoldEveryFileOnceAndAHugeOneIsAlone() {
    List<Batch.Task> tasks =
        Stream.iterate(0, i -> i < 100, i -> i + 1)
            .map(i -> new SourceFile("file:/" + i, "" + i, i == 50 ? 900_000_000 : 1_000))
            .map(file -> new Batch.Task(file, "u", null))
            .toList();
    List<Batch> batches = Batch.spread(tasks, 8);
    assertEquals(8, batches.size());
    assertEquals(100, batches.stream().flatMap(b -> b.tasks().stream()).distinct().count());
    assertTrue(batches.stream().anyMatch(batch -> batch.tasks().size() == 1));
    assertEquals(batches, Batch.spread(tasks, 8));
  }

  private SourceFiles.Found find(String... paths) {
    return SourceFiles.find(List.of(paths), new Configuration());
  }

  private Path write(String name) throws Exception {
    Path file = folder.resolve("cours").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "Un.");
  }
}
