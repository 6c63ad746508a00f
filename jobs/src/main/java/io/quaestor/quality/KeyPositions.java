package io.quaestor.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.KeyPosition;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the positions of keys, per pipeline, type and number of options. */
final class KeyPositions {
  private static final String SEVERAL_KEYS = "several_keys";

  private KeyPositions() {}

  static Dataset<KeyPosition> of(Dataset<Placed> placed) {
    Dataset<Row> positions =
        placed
            .select(col("pipeline"), col("type"), col("optionCount"), explode(col("keys")).as("at"))
            .groupBy("pipeline", "type", "optionCount", "at")
            .agg(count(lit(1)).as("keys"));
    return positions
        .groupBy("pipeline", "type", "optionCount")
        .agg(collect_list(struct(col("at"), col("keys"))).as("tallies"))
        .as(RecordEncoder.of(Tallied.class))
        .map(new Test(), RecordEncoder.of(KeyPosition.class));
  }

  /** Questions with options, and where their keys stand. */
  static Dataset<Placed> place(Dataset<Asked> asked) {
    return asked
        .filter(
            col("type")
                .isin(
                    wire(QuestionType.MCQ_SINGLE, QuestionType.MCQ_MULTI, QuestionType.TRUE_FALSE)))
        .map(new Place(), RecordEncoder.of(Placed.class));
  }

  private static Object[] wire(QuestionType... types) {
    return java.util.Arrays.stream(types).map(QuestionType::wire).toArray();
  }

  /**
   * One question.
   *
   * @param keys 0-based positions of the keys among the options; empty when one is not found
   */
  public record Placed(String pipeline, String type, int optionCount, List<Integer> keys) {}

  /** How many keys stand at a position, 0-based. */
  public record At(int at, long keys) {}

  /** Questions of one kind; positions without a key are left out. */
  public record Tallied(String pipeline, String type, int optionCount, List<At> tallies) {}

  private static final class Place implements MapFunction<Asked, Placed> {
    private static final long serialVersionUID = 1L;

    @Override
    public Placed call(Asked asked) {
      List<String> options = normalised(asked.options());
      List<Integer> keys =
          normalised(asked.answer()).stream().map(options::indexOf).distinct().toList();
      return new Placed(
          asked.pipeline(), asked.type(), options.size(), keys.contains(-1) ? List.of() : keys);
    }

    private static List<String> normalised(List<String> texts) {
      return texts == null ? List.of() : texts.stream().map(Normalise::text).toList();
    }
  }

  private static final class Test implements MapFunction<Tallied, KeyPosition> {
    private static final long serialVersionUID = 1L;

    @Override
    public KeyPosition call(Tallied tallied) {
      List<Long> counts = new ArrayList<>(Collections.nCopies(tallied.optionCount(), 0L));
      tallied.tallies().forEach(tally -> counts.set(tally.at(), tally.keys()));
      UniformTest test =
          tallied.type().equals(QuestionType.MCQ_MULTI.wire())
              ? UniformTest.undefined(SEVERAL_KEYS)
              : UniformTest.of(counts);
      return new KeyPosition(
          tallied.pipeline(),
          tallied.type(),
          tallied.optionCount(),
          counts,
          counts.stream().mapToLong(Long::longValue).sum(),
          test.chiSquare(),
          test.degreesOfFreedom(),
          test.pValue(),
          test.undefined());
    }
  }
}
