package io.quaestor.generate.candidates;

import io.quaestor.JobContext;
import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Exchanges;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Cut;
import io.quaestor.lake.RecordEncoder;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Several course sets at once for each batch, each in a manner of its own and reviewed on its own;
 * the best by a score that code computes is reviewed once more and taken whole. Nothing is
 * repaired, and nothing is asked again.
 */
public final class CandidatesPipeline implements Pipeline {
  private static final int ITEM_TOKENS = 170;
  private static final int REVIEW_TOKENS = 20;

  private final CandidatesConf conf;
  private final Exchanges exchanges;
  private final Notes notes;
  private final Step generate;
  private final Step review;
  private final Step finalReview;

  /** Warns of an unusual number of candidates. */
  public CandidatesPipeline(JobContext context, CandidatesConf conf) {
    this.conf = conf;
    this.exchanges = new Exchanges(context);
    this.notes = new Notes(context.progress(), conf);
    this.generate = Step.of(context, "generate", conf.generate());
    this.review = Step.of(context, "self_review", conf.review());
    this.finalReview = Step.of(context, "final_review", conf.finalReview());
    notes.onCount();
  }

  @Override
  public CandidatesConf conf() {
    return conf;
  }

  @Override
  public List<Step> steps() {
    return conf.skipReview() ? List.of(generate) : List.of(generate, review, finalReview);
  }

  @Override
  public Cut cut() {
    return Cut.byTopic(conf.plan().batchSize(), conf.itemsPerTopic());
  }

  /** Assumptions taken from items with four options, one quote and a sentence of explanation. */
  @Override
  public List<CallShape> shapes() {
    int count = conf.candidateCount();
    CallShape.Calls each = new CallShape.Calls(count, 0);
    CallShape writing = generate.shape(true, each, new CallShape.Tokens(0, count * ITEM_TOKENS));
    if (conf.skipReview()) {
      return List.of(writing);
    }
    return List.of(
        writing,
        review.shape(true, each, new CallShape.Tokens(count * ITEM_TOKENS, count * REVIEW_TOKENS)),
        finalReview.shape(
            true, CallShape.Calls.ONE, new CallShape.Tokens(ITEM_TOKENS, REVIEW_TOKENS)));
  }

  @Override
  public Dataset<BatchResult> execute(Dataset<BatchWork> works) {
    Dataset<Place> places =
        works.flatMap(new Place.Each(conf.candidateCount()), RecordEncoder.of(Place.class));
    Dataset<Written> written = exchanges.each(places, "subject", new Writing(generate, conf));
    Dataset<Contest> contests =
        exchanges
            .each(written, "place.subject", new Reviewing(review, conf))
            .groupByKey(new Reviewed.BatchId(), Encoders.STRING())
            .mapGroups(new Contest.Gather(), RecordEncoder.of(Contest.class));
    Dataset<BatchResult> results =
        exchanges.each(
            contests, "work.batch.batchId", new Deciding(finalReview, conf, Maker.of(conf)));
    notes.on(results);
    return results;
  }
}
