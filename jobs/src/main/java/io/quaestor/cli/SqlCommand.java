package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.app.App;
import io.quaestor.app.Sql;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sql}. */
@Command(
    name = "sql",
    description = "Runs one query over all tables and views, or opens a prompt for many.")
final class SqlCommand extends ReadCommand {
  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Spark SQL.")
  private String query;

  @Override
  void read(App app) {
    Sql sql = new Sql(app.existingLake());
    if (query == null) {
      prompt(sql);
    } else {
      print(sql, query);
    }
  }

  private void print(Sql sql, String text) {
    if (json()) {
      sql.json(text, out()::println);
    } else {
      sql.text(text).forEach(out()::println);
    }
    out().flush();
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
      Failures.print(wrong, err());
    }
  }
}
