package io.quaestor.corpus;

import io.quaestor.conf.CorpusConf;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/** Reads batches of files on executors, one file in memory at a time. */
final class ReadBatches implements FlatMapFunction<Iterator<Batch>, FileRead> {
  private static final long serialVersionUID = 1L;

  private final CorpusConf conf;
  private final SerializableConfiguration hadoop;
  private final Instant now;

  ReadBatches(CorpusConf conf, SerializableConfiguration hadoop, Instant now) {
    this.conf = conf;
    this.hadoop = hadoop;
    this.now = now;
  }

  @Override
  public Iterator<FileRead> call(Iterator<Batch> batches) {
    FileReader reader = new FileReader(conf, hadoop.value(), now);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, 0), false)
        .flatMap(batch -> batch.tasks().stream())
        .map(reader::read)
        .iterator();
  }
}
