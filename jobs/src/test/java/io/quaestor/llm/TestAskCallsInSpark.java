package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.TestSession;
import io.quaestor.conf.CallsConf;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lake.RecordEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAskCallsInSpark {
  private static final String GOOD = Fixtures.messages("{\"level\":\"advanced\"}", "end_turn");

  @TempDir Path warehouse;

  /** The test's provider without a key, since executors read the real environment. */
  private CallSetup setup(ScriptedServer server, CallsConf calls) {
    Conf conf = Fixtures.conf(server.url(), calls);
    Map<String, ProviderConf> providers = new HashMap<>(conf.providers());
    providers.put(
        "anthropic", new ProviderConf("anthropic", server.url(), null, null, "2023-06-01"));
    return new CallSetup(
        new Conf(providers, conf.models(), conf.calls(), null, null, null, null),
        Fixtures.SCHEMAS,
        warehouse.toString(),
        Map.of(),
        "run-s",
        CallSetup.Terms.NONE);
  }

  @Test
  void asksOfADatasetGetAReceiptAndAReplyEach() throws IOException {
    try (ScriptedServer server = ScriptedServer.inOrder(ScriptedServer.ok(GOOD))) {
      List<Ask> asks =
          IntStream.range(0, 200).mapToObj(i -> Fixtures.ask("anthropic", "Ask " + i)).toList();
      List<Receipt> receipts =
          TestSession.spark()
              .createDataset(asks, RecordEncoder.of(Ask.class))
              .repartition(5)
              .mapPartitions(
                  new AskCalls(setup(server, Fixtures.CALLS)), RecordEncoder.of(Receipt.class))
              .collectAsList();
      Set<String> ids = asks.stream().map(Ask::askId).collect(Collectors.toSet());
      assertEquals(200, receipts.size());
      assertEquals(ids, receipts.stream().map(Receipt::askId).collect(Collectors.toSet()));
      assertEquals(200, receipts.stream().filter(r -> Reply.OK.equals(r.status())).count());
      JournalFiles files = new JournalFiles(warehouse.toString(), Map.of());
      List<String> journaled =
          files.closed("run-s").stream()
              .flatMap(s -> files.read(s).stream())
              .map(Reply::askId)
              .toList();
      assertEquals(200, journaled.size());
      assertEquals(ids, Set.copyOf(journaled));
      assertEquals(200, server.requests.size());
    }
  }

  @Test
  void factoryAndCallsTravel() throws IOException, ClassNotFoundException {
    AskFactory factory =
        new AskFactory(Fixtures.conf("http://127.0.0.1:1", Fixtures.CALLS), Fixtures.SCHEMAS);
    AskDraft draft = Fixtures.draft("mistral", "Why?");
    assertEquals(factory.ask(draft), ((AskFactory) travel(factory)).ask(draft));
    try (ScriptedServer server = ScriptedServer.inOrder(ScriptedServer.ok(GOOD))) {
      AskCalls calls = (AskCalls) travel(new AskCalls(setup(server, Fixtures.CALLS)));
      List<Ask> one = List.of(Fixtures.ask("anthropic", "Why?"));
      assertEquals(Reply.OK, calls.call(one.iterator()).next().status());
    }
  }

  private static Object travel(Object thing) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thing);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
