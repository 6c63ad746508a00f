package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.app.App;
import io.quaestor.app.Sql;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sql}. */
@Command(
    name = "sql",
    description = "Runs one query over all tables and views, or opens a prompt for many.")
final class SqlCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Spark SQL.")
  private String query;

  @Override
  public Integer call() {
    try (App app = new App(main.globals().app(), Clock.systemUTC(), (what, done, total) -> {})) {
      Sql sql = new Sql(app.existingLake());
      if (query == null) {
        prompt(sql);
      } else {
        print(sql, query);
      }
      return 0;
    }
  }

  private void print(Sql sql, String text) {
    PrintWriter out = spec.commandLine().getOut();
    if (main.globals().json()) {
      sql.json(text, out::println);
    } else {
      sql.text(text).forEach(out::println);
    }
    out.flush();
  }

  private void prompt(Sql sql) {
    LineReader lines = LineReaderBuilder.builder().appName("quaestor").build();
    StringBuilder statement = new StringBuilder();
    while (true) {
      try {
        String line = lines.readLine(statement.isEmpty() ? "quaestor> " : "        > ");
        if (statement.isEmpty() && line.strip().matches("(?i)exit|quit|")) {
          if (!line.isBlank()) {
            return;
          }
          continue;
        }
        statement.append(line).append('\n');
        if (line.strip().endsWith(";")) {
          attempt(sql, statement.toString());
          statement.setLength(0);
        }
      } catch (UserInterruptException dropped) {
        statement.setLength(0);
      } catch (EndOfFileException end) {
        if (!statement.toString().isBlank()) {
          attempt(sql, statement.toString());
        }
        return;
      }
    }
  }

  private void attempt(Sql sql, String text) {
    try {
      print(sql, text);
    } catch (JobException wrong) {
      Failures.print(wrong, spec.commandLine().getErr());
    }
  }
}
