package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.Reply;
import io.quaestor.tables.PlannedBatch;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import scala.Tuple2;

/** One round of a run: generate, check, validate, decide. */
final class Round {
  private static final Encoder<BatchWork> WORK = RecordEncoder.of(BatchWork.class);
  private static final Encoder<GeneratedBatch> GENERATED = RecordEncoder.of(GeneratedBatch.class);
  private static final Encoder<Ask> ASK = RecordEncoder.of(Ask.class);

  private final Lake lake;
  private final Ledger ledger;
  private final DirectAsks asks;
  private final Outcomes outcomes;
  private final int tries;

  Round(Lake lake, Ledger ledger, DirectAsks asks, Outcomes outcomes, int tries) {
    this.lake = lake;
    this.ledger = ledger;
    this.asks = asks;
    this.outcomes = outcomes;
    this.tries = tries;
  }

  /** What was generated and what became of it. */
  record Result(Dataset<GeneratedBatch> batches, Dataset<Slot> slots, Dataset<Ask> validations) {}

  Result execute(Source source, Dataset<PlannedBatch> plan) {
    Dataset<GeneratedBatch> generated = generate(lake.settled(source.works(plan)));
    Dataset<Ask> validations =
        lake.settled(generated.filter(new HasSound()).map(new ToValidation(asks), ASK));
    Dataset<Reply> replies = ledger.answer(validations);
    Dataset<Slot> slots =
        generated
            .joinWith(
                replies,
                generated.col("work.batch.batchId").equalTo(replies.col("subjectId")),
                "left_outer")
            .flatMap(new Decide(outcomes), RecordEncoder.of(Slot.class));
    return new Result(generated, slots, validations);
  }

  /** A batch whose call failed is asked again as an ask of its own; the others are not held up. */
  private Dataset<GeneratedBatch> generate(Dataset<BatchWork> works) {
    Dataset<BatchWork> left = works;
    Dataset<GeneratedBatch> done = null;
    for (int attempt = 0; attempt < tries; attempt++) {
      boolean last = attempt == tries - 1;
      Dataset<GeneratedBatch> tried = lake.settled(attempt(left, attempt));
      boolean over = last || tried.filter(col("failure").isNotNull()).isEmpty();
      Dataset<GeneratedBatch> kept = over ? tried : tried.filter(col("failure").isNull());
      done = done == null ? kept : done.union(kept);
      if (over) {
        break;
      }
      left = tried.filter(col("failure").isNotNull()).select("work.*").as(WORK);
    }
    return done;
  }

  private Dataset<GeneratedBatch> attempt(Dataset<BatchWork> works, int attempt) {
    Dataset<Reply> replies = ledger.answer(works.map(new ToGeneration(asks, attempt), ASK));
    return works
        .joinWith(replies, works.col("batch.batchId").equalTo(replies.col("subjectId")))
        .map(new Read(attempt + 1), GENERATED);
  }

  private record ToGeneration(DirectAsks asks, int attempt)
      implements MapFunction<BatchWork, Ask>, Serializable {
    @Override
    public Ask call(BatchWork work) {
      return asks.generate(work, attempt);
    }
  }

  private record ToValidation(DirectAsks asks)
      implements MapFunction<GeneratedBatch, Ask>, Serializable {
    @Override
    public Ask call(GeneratedBatch generated) {
      return asks.validate(generated);
    }
  }

  private static final class HasSound
      implements org.apache.spark.api.java.function.FilterFunction<GeneratedBatch> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean call(GeneratedBatch generated) {
      return !generated.sound().isEmpty();
    }
  }

  /** Reads a generation reply and checks its drafts. */
  private record Read(int attempts)
      implements MapFunction<Tuple2<BatchWork, Reply>, GeneratedBatch>, Serializable {
    @Override
    public GeneratedBatch call(Tuple2<BatchWork, Reply> pair) {
      BatchWork work = pair._1();
      Reply reply = pair._2();
      List<DraftQuestion> drafts = reply.ok() ? DraftReader.questions(reply.json()) : List.of();
      String failure = failure(reply, drafts);
      int asked = work.batch().count();
      return new GeneratedBatch(
          work,
          reply.askId(),
          reply.modelReported(),
          failure,
          attempts,
          failure == null
              ? Checks.drafts(work, drafts)
              : IntStream.range(0, asked).mapToObj(slot -> Checks.missing(slot, failure)).toList(),
          Math.max(0, drafts.size() - asked),
          reply.answeredAt());
    }

    private static String failure(Reply reply, List<DraftQuestion> drafts) {
      if (!reply.ok()) {
        return "call_" + reply.status();
      }
      return drafts.isEmpty() ? "no_questions" : null;
    }
  }

  private record Decide(Outcomes outcomes)
      implements FlatMapFunction<Tuple2<GeneratedBatch, Reply>, Slot>, Serializable {
    @Override
    public java.util.Iterator<Slot> call(Tuple2<GeneratedBatch, Reply> pair) {
      return outcomes.slots(pair._1(), pair._2()).iterator();
    }
  }
}
