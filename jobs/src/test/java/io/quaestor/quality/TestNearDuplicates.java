package io.quaestor.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.conf.QualityConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.NearDuplicate;
import io.quaestor.tables.Question;
import io.quaestor.udfs.text.Similarity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestNearDuplicates {
  private static final double NEAR = 0.85;
  private static final QualityConf CONF = new QualityConf(NEAR, 32, 4, 100);
  private final SparkSession spark = TestSession.spark();

  @TempDir Path folder;

  @Test
  void almostAllNearPairsOfACorpusAreFoundAndNoOthers() {
    List<Asked> corpus = asked(new Corpus(11).questions(2_000));
    Set<String> truth = nearPairs(corpus);
    assertTrue(truth.size() > 500, "pairs: " + truth.size());

    Set<String> found = pairs(buckets(corpus, CONF));
    assertTrue(truth.containsAll(found));
    double recall = (double) found.size() / truth.size();
    assertTrue(recall >= 0.95, "recall: " + recall);
  }

  @Test
  void everyDuplicateIsNearAnOriginalThatIsOlderAndNoDuplicate() {
    List<Asked> corpus = asked(new Corpus(12).questions(600));
    Map<String, Asked> byId =
        corpus.stream().collect(Collectors.toMap(Asked::questionId, each -> each));
    List<NearDuplicate> rows = duplicates(corpus, CONF);
    Set<String> gone = rows.stream().map(NearDuplicate::questionId).collect(Collectors.toSet());
    assertEquals(rows.size(), gone.size());
    for (NearDuplicate row : rows) {
      Asked original = byId.get(row.originalId());
      Asked copy = byId.get(row.questionId());
      assertFalse(gone.contains(row.originalId()));
      assertTrue(AGE.compare(original, copy) < 0);
      assertEquals(Similarity.cosine(original.text(), copy.text()), row.cosine(), 1e-12);
      assertTrue(row.cosine() >= NEAR);
      assertEquals(original.unitId().equals(copy.unitId()), row.sameUnit());
    }
    assertEquals(oldestFirst(corpus), originals(rows));
  }

  @Test
  void aChainIsCutWhereItHasDriftedTooFar() {
    List<Asked> chain = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String stem =
          IntStream.range(i, i + 20).mapToObj(w -> "w" + w).collect(Collectors.joining(" "));
      chain.add(asked("q" + i, stem, i));
    }
    // Neighbours share 19 of 20 words: at 0.85, up to three steps apart are near.
    assertEquals(
        Map.of("q1", "q0", "q2", "q0", "q3", "q0", "q5", "q4"), originals(duplicates(chain, CONF)));
  }

  @Test
  void theOldestIsTheOriginalAndAtOneTimeTheSmallestId() {
    List<Asked> same =
        List.of(
            asked("b", "Que fait le chat noir ?", 1),
            asked("c", "que fait le chat noir", 1),
            asked("a", "Que fait, le chat noir !", 2));
    assertEquals(Map.of("a", "b", "c", "b"), originals(duplicates(same, CONF)));
  }

  @Test
  void thousandsOfCopiesNeedOnlyTheOldest() {
    List<Asked> copies =
        IntStream.range(0, 3_000).mapToObj(i -> asked("q%04d".formatted(i), "Même", i)).toList();
    QualityConf one = new QualityConf(NEAR, 4, 2, 1);
    Buckets buckets = buckets(copies, one);
    assertEquals(2_999, buckets.near(NEAR).count());
    assertEquals(4, buckets.crowded());
    assertEquals(Set.of("q0000"), new HashSet<>(originals(duplicates(copies, one)).values()));
  }

  @Test
  void textsWithoutWordsAndNoTextsAtAllAreNearNothing() {
    List<Asked> empty = List.of(asked("a", "?!", 0), asked("b", "?!", 1), asked("c", null, 2));
    assertEquals(List.of(), duplicates(empty, CONF));
    assertEquals(List.of(), duplicates(List.of(), CONF));
  }

  @Test
  void partitionsAndOrderDoNotMatter() {
    List<Asked> corpus = new ArrayList<>(asked(new Corpus(13).questions(200)));
    Map<String, String> once = originals(duplicates(corpus, CONF));
    java.util.Collections.reverse(corpus);
    assertEquals(once, originals(duplicates(corpus, CONF)));
  }

  private static final Comparator<Asked> AGE =
      Comparator.comparing(Asked::createdAt).thenComparing(Asked::questionId);

  /** The rule itself, one question after the other. */
  private static Map<String, String> oldestFirst(List<Asked> corpus) {
    List<Asked> originals = new ArrayList<>();
    Map<String, String> duplicates = new TreeMap<>();
    for (Asked each : corpus.stream().sorted(AGE).toList()) {
      originals.stream()
          .filter(old -> Similarity.cosine(old.text(), each.text()) >= NEAR)
          .findFirst()
          .ifPresentOrElse(
              old -> duplicates.put(each.questionId(), old.questionId()),
              () -> originals.add(each));
    }
    return duplicates;
  }

  private static Set<String> nearPairs(List<Asked> corpus) {
    List<Map<String, Integer>> terms =
        corpus.stream().map(each -> Similarity.terms(each.text())).toList();
    Set<String> pairs = new HashSet<>();
    for (int a = 0; a < corpus.size(); a++) {
      for (int b = 0; b < corpus.size(); b++) {
        if (AGE.compare(corpus.get(a), corpus.get(b)) < 0
            && Similarity.cosine(terms.get(a), terms.get(b)) >= NEAR) {
          pairs.add(corpus.get(a).questionId() + " " + corpus.get(b).questionId());
        }
      }
    }
    return pairs;
  }

  private static Set<String> pairs(Buckets buckets) {
    return buckets.near(NEAR).collectAsList().stream()
        .map(near -> near.earlier() + " " + near.later())
        .collect(Collectors.toSet());
  }

  private Buckets buckets(List<Asked> corpus, QualityConf conf) {
    Dataset<Fingerprint> fingerprints =
        spark
            .createDataset(corpus, RecordEncoder.of(Asked.class))
            .map(
                new Fingerprint.Take(conf.bands(), conf.bandRows()),
                RecordEncoder.of(Fingerprint.class));
    return new Buckets(fingerprints, conf);
  }

  private List<NearDuplicate> duplicates(List<Asked> corpus, QualityConf conf) {
    Lake lake = Lake.open(spark, folder.resolve("warehouse").toString());
    return new Originals(lake).of(buckets(corpus, conf).near(NEAR)).collectAsList();
  }

  private static Map<String, String> originals(List<NearDuplicate> rows) {
    return rows.stream()
        .collect(Collectors.toMap(NearDuplicate::questionId, NearDuplicate::originalId));
  }

  private static List<Asked> asked(List<Question> questions) {
    return questions.stream()
        .map(
            q ->
                new Asked(
                    q.questionId(),
                    q.unitId(),
                    q.pipeline(),
                    q.type(),
                    q.createdAt(),
                    q.stem(),
                    q.options(),
                    q.answer()))
        .toList();
  }

  private static Asked asked(String id, String stem, int second) {
    return new Asked(
        id,
        "unit",
        "direct",
        "short_answer",
        Corpus.NOON.plusSeconds(second),
        stem,
        List.of(),
        List.of());
  }
}
