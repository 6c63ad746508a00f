package io.quaestor.agree;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Brings audits and questions together: what each auditor last said on each question's current
 * content, counted.
 *
 * <p>Both are read once, turned into slips of numbers, and shuffled in parcels of many to
 * partitions of a bounded size. What was asked at all goes to a partition of its own, which is read
 * first: only then it is known which criteria there are to count.
 */
final class Ballots {
  /** Slips that a task holds; more make more tasks. */
  private static final long SLIPS_A_PARTITION = 1_000_000;

  private final SparkSession spark;
  private final List<String> auditors;
  private final JavaPairRDD<Integer, Parcel> parcels;

  /** Nothing is read yet. */
  Ballots(Dataset<Audit> audits, Dataset<Question> questions, List<String> auditors) {
    this.spark = audits.sparkSession();
    this.auditors = List.copyOf(auditors);
    int partitions = partitions(audits, questions);
    this.parcels =
        rows(PackAudits.columns(audits.toDF(), auditors))
            .mapPartitionsToPair(new PackAudits(partitions))
            .union(
                rows(PackQuestions.columns(questions.toDF()))
                    .mapPartitionsToPair(new PackQuestions(partitions)))
            .partitionBy(new ByNumber(partitions + 1));
  }

  /** Parcels go where they say. */
  private static final class ByNumber extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int partitions;

    ByNumber(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return (Integer) key;
    }
  }

  /** What the auditors were asked: reads all audits and questions. */
  Roster roster() {
    int last = parcels.getNumPartitions() - 1;
    List<Tuple2<Integer, Parcel>> asked = parcels.collectPartitions(new int[] {last})[0];
    return Roster.of(
        auditors, asked.stream().flatMap(each -> each._2().asked().stream()).distinct().toList());
  }

  /** Counts; what {@link #roster()} has shuffled is not shuffled again. */
  Dataset<Tally> tallies(Slots slots) {
    JavaRDD<Tally> tallies = parcels.mapPartitions(new Counting.Start(auditors, slots));
    return spark.createDataset(tallies.rdd(), RecordEncoder.of(Tally.class));
  }

  private static JavaRDD<InternalRow> rows(Dataset<Row> columns) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) columns)
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  private int partitions(Dataset<Audit> audits, Dataset<Question> questions) {
    int least = spark.sessionState().conf().numShufflePartitions();
    return (int) Math.max(least, (audits.count() + questions.count()) / SLIPS_A_PARTITION + 1);
  }
}
