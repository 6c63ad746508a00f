package io.quaestor.corpus;

import io.quaestor.conf.CorpusConf;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/** Reads the pages of PDFs on executors, one file in memory at a time. */
final class ReadPages implements FlatMapFunction<Iterator<Batch>, RawPage> {
  private static final long serialVersionUID = 1L;

  private final CorpusConf conf;
  private final SerializableConfiguration hadoop;

  ReadPages(CorpusConf conf, SerializableConfiguration hadoop) {
    this.conf = conf;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<RawPage> call(Iterator<Batch> batches) {
    FileReader reader = new FileReader(conf, hadoop.value(), Instant.EPOCH);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, 0), false)
        .flatMap(batch -> batch.tasks().stream())
        .flatMap(task -> reader.pages(task).stream())
        .iterator();
  }
}
