package io.quaestor.audit;

import io.quaestor.JobContext;
import io.quaestor.conf.AuditorConf;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Question;
import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** One auditor at work: what it is asked of questions, and what it says of them. */
public final class Judging {
  private final JobContext context;
  private final Auditor auditor;
  private final AuditReader reader;

  /**
   * @param runId the job run, as the verdicts name it
   * @param recordOnly as the verdicts say
   * @throws io.quaestor.JobException when there is no such auditor
   */
  public Judging(JobContext context, String auditor, String runId, boolean recordOnly) {
    this.context = context;
    this.auditor = Auditor.of(auditor, context.home());
    this.reader = new AuditReader(this.auditor, runId, recordOnly);
  }

  /** A question with the verdict on it. */
  public record Judged(Question question, Audit audit) {}

  public AuditorConf conf() {
    return auditor.conf();
  }

  /** Changes with the prompt's text and with the criteria. */
  public String promptVersion() {
    return auditor.promptVersion();
  }

  /** The schema of its replies. */
  public String schema() {
    return Auditor.schema(auditor.conf());
  }

  /** One ask for every question that has its passage in the corpus. */
  public Dataset<Ask> asks(Dataset<Question> questions) {
    Dataset<Chunk> chunks = context.lake().read(Tables.CHUNKS);
    return questions
        .joinWith(chunks, questions.col("chunkId").equalTo(chunks.col("chunkId")))
        .map(new ToAsk(auditor), RecordEncoder.of(Ask.class));
  }

  /** Asks, and reads the replies: one verdict for every ask. */
  public Dataset<Judged> judged(Dataset<Question> questions) {
    return read(questions, context.ledger().answer(asks(questions)));
  }

  /**
   * What replies say of their subjects.
   *
   * @param replies to this auditor's asks, at most one of a question
   */
  public Dataset<Judged> read(Dataset<Question> questions, Dataset<Reply> replies) {
    return questions
        .joinWith(replies, questions.col("questionId").equalTo(replies.col("subjectId")))
        .map(new ToJudged(reader), RecordEncoder.of(Judged.class));
  }

  private record ToAsk(Auditor auditor)
      implements MapFunction<Tuple2<Question, Chunk>, Ask>, Serializable {
    @Override
    public Ask call(Tuple2<Question, Chunk> pair) {
      return auditor.ask(pair._1(), pair._2());
    }
  }

  private record ToJudged(AuditReader reader)
      implements MapFunction<Tuple2<Question, Reply>, Judged>, Serializable {
    @Override
    public Judged call(Tuple2<Question, Reply> pair) {
      return new Judged(pair._1(), reader.read(pair._1(), pair._2()));
    }
  }
}
