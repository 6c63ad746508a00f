package io.quaestor.app;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.corpus.Ingest;
import io.quaestor.corpus.PageConversion;
import io.quaestor.review.Staleness;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes files in and marks as stale what was made from older versions of them. */
public final class Ingesting {
  private final JobContext context;
  private final Clock clock;

  public Ingesting(JobContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  /**
   * The counts of the ingest, and {@code stale}: questions that were marked. A job killed before it
   * marked them is made good by the next one, whatever that takes in.
   *
   * @param conversion how the pages of PDFs become Markdown, null to read them without a model
   */
  public JobOutcome execute(List<String> paths, PageConversion conversion) {
    JobOutcome ingested =
        new Ingest(context.lake(), context.home().conf().corpus(), clock, conversion)
            .execute(paths);
    long stale = new Staleness(context.lake()).ofDocuments(clock.instant());
    Map<String, Long> counts = new LinkedHashMap<>(ingested.counts());
    counts.put("stale", stale);
    return new JobOutcome(
        ingested.status(), counts, ingested.changed() || stale > 0, ingested.report());
  }
}
