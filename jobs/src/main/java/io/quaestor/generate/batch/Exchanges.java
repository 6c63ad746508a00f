package io.quaestor.generate.batch;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.Reply;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Sends the asks of datasets through the ledger. */
public final class Exchanges {
  private final Lake lake;
  private final Ledger ledger;

  public Exchanges(JobContext context) {
    this.lake = context.lake();
    this.ledger = context.ledger();
  }

  /**
   * One row after for each row before, settled.
   *
   * @param subject column of the ask's subject in the row before, unique in it
   */
  public <W, R extends Record> Dataset<R> each(
      Dataset<W> rows, String subject, Exchange<W, R> exchange) {
    return lake.settled(attempt(rows, subject, exchange, 0));
  }

  /**
   * The same, and a row whose result has a {@code failure} is asked again as an ask of its own; the
   * others are not held up. Results hold their row as {@code work}.
   *
   * @param tries asks for one row, at least 1
   */
  public <W extends Record, R extends Record> Dataset<R> tried(
      Dataset<W> rows, String subject, Exchange<W, R> exchange, int tries) {
    Dataset<W> left = rows;
    Dataset<R> done = null;
    for (int attempt = 0; attempt < tries; attempt++) {
      Dataset<R> tried = lake.settled(attempt(left, subject, exchange, attempt));
      boolean over = attempt == tries - 1 || tried.filter(col("failure").isNotNull()).isEmpty();
      Dataset<R> kept = over ? tried : tried.filter(col("failure").isNull());
      done = done == null ? kept : done.union(kept);
      if (over) {
        break;
      }
      left = tried.filter(col("failure").isNotNull()).select("work.*").as(rows.encoder());
    }
    return done;
  }

  private <W, R extends Record> Dataset<R> attempt(
      Dataset<W> rows, String subject, Exchange<W, R> exchange, int attempt) {
    Dataset<Reply> replies =
        ledger.answer(rows.flatMap(new ToAsk<>(exchange, attempt), RecordEncoder.of(Ask.class)));
    return rows.joinWith(replies, rows.col(subject).equalTo(replies.col("subjectId")), "left_outer")
        .map(new Read<>(exchange, attempt), RecordEncoder.of(exchange.result()));
  }

  private record ToAsk<W>(Exchange<W, ?> exchange, int attempt)
      implements FlatMapFunction<W, Ask>, Serializable {
    @Override
    public Iterator<Ask> call(W row) {
      Ask ask = exchange.ask(row, attempt);
      return ask == null ? List.<Ask>of().iterator() : List.of(ask).iterator();
    }
  }

  private record Read<W, R>(Exchange<W, R> exchange, int before)
      implements MapFunction<Tuple2<W, Reply>, R>, Serializable {
    @Override
    public R call(Tuple2<W, Reply> pair) {
      Reply reply = pair._2();
      return exchange.read(pair._1(), reply, reply == null ? before : before + 1);
    }
  }
}
