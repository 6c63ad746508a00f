package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Slot;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.udfs.text.Hashes;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Of questions in a run that ask the same thing with the same key, the first one stays. */
final class Likeness {
  private Likeness() {}

  static Dataset<Slot> firstOnly(Dataset<Slot> slots) {
    Dataset<Row> first =
        slots
            .filter(col("likeness").isNotNull())
            .groupBy(col("likeness").as("same"))
            .agg(min("order").as("first"));
    Dataset<Row> marked =
        slots
            .toDF()
            .join(first, col("likeness").equalTo(col("same")), "left_outer")
            .select(
                org.apache.spark.sql.functions.struct(slots.col("*")).as("slot"),
                col("first").isNotNull().and(col("first").notEqual(col("order"))).as("again"));
    return marked
        .as(RecordEncoder.of(Marked.class))
        .map(new RejectAgain(), RecordEncoder.of(Slot.class));
  }

  /** A slot, and whether an earlier one has the same likeness. */
  public record Marked(Slot slot, boolean again) {}

  private static final class RejectAgain implements MapFunction<Marked, Slot> {
    private static final long serialVersionUID = 1L;

    @Override
    public Slot call(Marked marked) {
      Slot slot = marked.slot();
      return marked.again()
          ? new Slot(slot.batchId(), slot.order(), null, null, rejection(slot.question()))
          : slot;
    }

    private static Rejection rejection(Question question) {
      return new Rejection(
          Hashes.id("rej", question.batchId(), String.valueOf(question.slot())),
          question.runId(),
          question.batchId(),
          question.slot(),
          question.unitId(),
          question.topic(),
          question.chunkId(),
          question.type(),
          question.difficulty(),
          "rejected",
          "duplicate",
          List.of("duplicate_question"),
          Drafts.write(draft(question)),
          question.askId(),
          question.createdAt());
    }

    private static DraftQuestion draft(Question question) {
      return new DraftQuestion(
          null,
          question.stem(),
          question.options(),
          question.answer(),
          question.acceptableVariations(),
          question.explanation(),
          question.distractorRationales(),
          question.sourceEvidence().evidenceSpanIds(),
          question.sourceEvidence().quotes(),
          null,
          null,
          null);
    }
  }
}
