package io.quaestor.audit.calibrate;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Question;
import io.quaestor.udfs.planting.Kind;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import scala.Tuple2;

/**
 * A question that may be drawn. Public because the code that Spark generates makes it.
 *
 * @param kinds of defects that can be planted into it, with commas
 * @param chance its place in the order of its stratum: a hash of seed and content
 */
public record Eligible(String questionId, String kinds, String chance) {

  /** From a question and its passage. */
  record Of(long seed) implements MapFunction<Tuple2<Question, Chunk>, Eligible>, Serializable {
    @Override
    public Eligible call(Tuple2<Question, Chunk> pair) {
      Question question = pair._1();
      String kinds =
          Kind.applicable(Contents.of(question), pair._2().text(), seed).stream()
              .map(Kind::wire)
              .collect(Collectors.joining(","));
      String chance =
          Hashes.sha256(String.valueOf(seed), question.contentSha256(), question.questionId());
      return new Eligible(question.questionId(), kinds, chance);
    }
  }
}
