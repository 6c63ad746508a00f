package io.quaestor.outside;

import io.quaestor.lake.LineFile;
import io.quaestor.lake.RecordEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that were kept out, with where they stand and why: one reject per problem of a row. */
public final class Rejects {
  private static final int SHOWN = 20;

  private final Dataset<Reject> all;

  private Rejects(Dataset<Reject> all) {
    this.all = all;
  }

  /**
   * A row with what is wrong with it.
   *
   * @param id the question it names, null for none
   */
  public record Faulty(String file, long number, String id, List<Problem> problems) {}

  /**
   * @param rows with columns {@code file, number, id, problems}
   * @param files they come from
   */
  static Rejects of(Dataset<Row> rows, List<OutsideFile> files) {
    List<String> tables =
        files.stream()
            .filter(file -> file.kind() == FileKind.PARQUET)
            .map(file -> RawRow.shown(file.uri()))
            .toList();
    return new Rejects(
        rows.select("file", "number", "id", "problems")
            .as(RecordEncoder.of(Faulty.class))
            .flatMap(new Each(new ArrayList<>(tables)), RecordEncoder.of(Reject.class))
            .orderBy("file", "line", "row", "field", "reason"));
  }

  /** The first twenty, for people. */
  List<String> first() {
    return all.takeAsList(SHOWN).stream().map(Reject::shown).toList();
  }

  /**
   * All of them as JSON Lines, a partition at a time; the file is written over.
   *
   * @param file any URI Hadoop knows
   * @throws io.quaestor.JobException with exit code 2 when it cannot be written
   */
  void write(String file, Configuration hadoop) {
    LineFile.write(file, all.toJSON().toLocalIterator(), hadoop);
  }

  private record Each(ArrayList<String> tables) implements FlatMapFunction<Faulty, Reject> {
    @Override
    public Iterator<Reject> call(Faulty row) {
      boolean inTable = tables.stream().anyMatch(RawRow.shown(row.file())::startsWith);
      Long line = inTable ? null : row.number();
      Long place = inTable ? row.number() : null;
      List<Reject> rejects = new ArrayList<>();
      for (Problem problem : row.problems()) {
        rejects.add(
            new Reject(
                RawRow.shown(row.file()),
                line,
                place,
                row.id(),
                problem.field(),
                problem.reason(),
                problem.value()));
      }
      return rejects.iterator();
    }
  }
}
