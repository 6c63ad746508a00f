package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestHashes {

  @Test
  void theHashIsSha256OverLengthPrefixedParts() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hashes.sha256());
    assertEquals(
        "17a6bbaf21a0c5fc4a00848a9de2fd2fd367ff8493e49f3daea3cb13de5ab1e3",
        Hashes.sha256("a", "bé"));
  }

  @Test
  void differentPartsNeverLookAlike() {
    List<String[]> lists =
        List.of(
            new String[] {},
            new String[] {""},
            new String[] {null},
            new String[] {"ab"},
            new String[] {"a", "b"},
            new String[] {"b", "a"},
            new String[] {"ab", ""},
            new String[] {"", "ab"},
            new String[] {"ab", null},
            new String[] {"a\0\0\0\1b"});
    assertEquals(
        lists.size(), lists.stream().map(Hashes::sha256).collect(Collectors.toSet()).size());
  }

  @Test
  void idsHaveAPrefixAndTwentyDigits() {
    assertTrue(Hashes.id("chk", "doc", "0").matches("chk_[0-9a-f]{20}"));
    assertEquals(1, Stream.of("x", "x").map(part -> Hashes.id("q", part)).distinct().count());
    assertTrue(Hashes.sha256("x").startsWith(Hashes.id("q", "x").substring(2)));
  }
}
