package io.quaestor.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

import io.quaestor.JobOutcome;
import io.quaestor.conf.QualityConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.KeyPosition;
import io.quaestor.tables.NearDuplicate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/**
 * Checks that need all questions at once: whether keys favour a position, and which questions ask
 * nearly the same.
 *
 * <p>Reads {@code questions}, save for those a reviewer has rejected or archived and stale ones;
 * makes {@code key_positions} and {@code near_duplicates} anew. The same questions again write
 * nothing.
 */
public final class QualityJob {
  private static final Object[] WITHDRAWN = {"rejected", "archived", "stale"};

  private final Lake lake;
  private final QualityConf conf;

  public QualityJob(Lake lake, QualityConf conf) {
    this.lake = lake;
    this.conf = conf;
  }

  /**
   * Runs both checks.
   *
   * @return {@code complete}. {@code key_not_found} counts questions whose key is none of their
   *     options, {@code without_words} those that nothing can be near to, {@code crowded_buckets}
   *     the places where only the oldest questions were compared with the others
   */
  public JobOutcome execute() {
    lake.spark().sparkContext().setJobDescription("quality: compare questions");
    Dataset<Asked> asked = asked();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("questions", asked.count());
    boolean moved = positions(asked, counts);
    boolean found = duplicates(asked, counts);
    return JobOutcome.complete(counts, moved || found);
  }

  /** The table {@code key_positions}, a few rows, in the order of its first columns. */
  public List<KeyPosition> positions() {
    return lake.read(Tables.KEY_POSITIONS)
        .orderBy("pipeline", "type", "optionCount")
        .collectAsList();
  }

  private Dataset<Asked> asked() {
    return lake.read(Tables.QUESTIONS)
        .filter(not(col("reviewStatus").isin(WITHDRAWN)))
        .select(
            "questionId", "unitId", "pipeline", "type", "createdAt", "stem", "options", "answer")
        .as(RecordEncoder.of(Asked.class));
  }

  private boolean positions(Dataset<Asked> asked, Map<String, Long> counts) {
    Dataset<KeyPositions.Placed> placed = KeyPositions.place(asked);
    counts.put("key_not_found", placed.filter(size(col("keys")).equalTo(0)).count());
    return lake.replaceAll(Tables.KEY_POSITIONS, KeyPositions.of(placed));
  }

  private boolean duplicates(Dataset<Asked> asked, Map<String, Long> counts) {
    Dataset<Fingerprint> fingerprints =
        asked
            .map(
                new Fingerprint.Take(conf.bands(), conf.bandRows()),
                RecordEncoder.of(Fingerprint.class))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Buckets buckets = new Buckets(fingerprints, conf);
      Dataset<NearDuplicate> found = new Originals(lake).of(buckets.near(conf.duplicateCosine()));
      boolean changed = lake.replaceAll(Tables.NEAR_DUPLICATES, found);
      counts.put("without_words", fingerprints.filter(size(col("bands")).equalTo(0)).count());
      counts.put("near_duplicates", found.count());
      counts.put("in_another_unit", found.filter(not(col("sameUnit"))).count());
      counts.put("crowded_buckets", buckets.crowded());
      return changed;
    } finally {
      fingerprints.unpersist();
    }
  }
}
