package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.conf.AcceptsConf;
import io.quaestor.conf.CallsConf;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ModelConf;
import io.quaestor.conf.ProviderConf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A server that nobody here wrote, called as a run calls it, two times at most for each ask.
 *
 * @param models id of a model to what it takes; each can be called on every protocol
 */
record Elsewhere(String url, String key, Path warehouse, Map<String, AcceptsConf> models) {
  private static final CallsConf CALLS =
      new CallsConf(
          16,
          2,
          Duration.ofMinutes(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          100_000,
          Duration.ofSeconds(30));

  Reply one(String protocol, String model) {
    List<Reply> replies = replies(protocol, model, List.of("Why?"));
    assertEquals(1, replies.size());
    return replies.get(0);
  }

  /** What the journal holds in the end. */
  List<Reply> replies(String protocol, String model, List<String> users) {
    String run = UUID.randomUUID().toString();
    calls(run, protocol, model, users);
    return journaled(run);
  }

  List<Reply> journaled(String run) {
    JournalFiles files = new JournalFiles(warehouse.toString(), Map.of());
    return files.closed(run).stream().flatMap(segment -> files.read(segment).stream()).toList();
  }

  List<Receipt> calls(String run, String protocol, String model, List<String> users) {
    Conf conf = conf();
    AskFactory factory = new AskFactory(conf, Fixtures.SCHEMAS);
    List<Ask> asks =
        users.stream().map(u -> factory.ask(Fixtures.draft(protocol + "/" + model, u))).toList();
    Outside real = Outside.system();
    Outside outside =
        new Outside(real.clock(), real.nanos(), () -> 0, name -> key, real.later(), real.link());
    List<Receipt> receipts = new ArrayList<>();
    CallSetup setup =
        new CallSetup(
            conf, Fixtures.SCHEMAS, warehouse.toString(), Map.of(), run, CallSetup.Terms.NONE);
    new AskCalls(setup).call(asks.iterator(), outside).forEachRemaining(receipts::add);
    return receipts;
  }

  private Conf conf() {
    Map<String, ProviderConf> providers = Fixtures.conf(url, CALLS).providers();
    Map<String, ModelConf> all = new HashMap<>();
    for (String protocol : providers.keySet()) {
      ModelConf any = Fixtures.model(protocol, Fixtures.ALL);
      models.forEach(
          (id, accepts) ->
              all.put(
                  protocol + "/" + id,
                  new ModelConf(protocol, id, null, 1, accepts, any.limits(), any.prices())));
    }
    return new Conf(providers, all, CALLS, null, null, null, null);
  }
}
