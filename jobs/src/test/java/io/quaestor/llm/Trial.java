package io.quaestor.llm;

import io.quaestor.Progress;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Sessions;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Asks so many things through the ledger; as a program, until it is done or killed: {@code MASTER
 * URL WAREHOUSE ASKS RUN}.
 */
public final class Trial {
  static final int WINDOW = 16;
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");

  private Trial() {}

  /** The shipped configuration with the offline provider at that address. */
  static ConfHome home(String url, String... settings) {
    return ConfHome.load(CONF, null, List.of(settings), name -> null).offline(url);
  }

  static Dataset<Ask> asks(SparkSession spark, ConfHome home, long count) {
    AskFactory factory = new AskFactory(home.conf(), home.schemas());
    return spark.range(count).map(new MakeAsk(factory), RecordEncoder.of(Ask.class));
  }

  static Ledger ledger(Lake lake, ConfHome home, String runId) {
    CallSetup setup =
        new CallSetup(
            home.conf(),
            home.schemas(),
            lake.root().toString(),
            Map.of(),
            runId,
            CallSetup.Terms.NONE);
    return ledger(lake, setup);
  }

  static Ledger ledger(Lake lake, CallSetup setup) {
    return new Ledger(lake, setup, null, System::getenv, Progress.SILENT);
  }

  private record MakeAsk(AskFactory factory) implements MapFunction<Long, Ask>, Serializable {
    @Override
    public Ask call(Long number) {
      String user = "Say something of number " + number + ".";
      return factory.ask(
          new AskDraft(
              "cheap", "trial", "ask-" + number, 0, "", "", user, "questions", 0.0, 100, null));
    }
  }

  /** Exits with 0 when every ask has a reply. */
  public static void main(String[] args) throws IOException {
    ConfHome home = home(args[1], "calls.window=" + WINDOW, "calls.fold_every=2s");
    long count = Long.parseLong(args[3]);
    try (SparkSession spark = Sessions.open(args[0])) {
      Lake lake = Lake.open(spark, args[2]);
      Ledger ledger = ledger(lake, home, args[4]);
      long replies = ledger.answer(asks(spark, home, count)).count();
      ledger.write();
      if (replies != count) {
        throw new IllegalStateException(replies + " replies to " + count + " asks");
      }
    }
  }
}
