package io.quaestor.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Decides what goes back for a request: key, protocol, limits, faults, answer, in this order. */
final class Desk {
  private static final String JSON = "application/json";

  private final SimConf conf;
  private final SimOptions options;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Answers answers;
  private final Tokens tokens = new Tokens();
  private final Gate gate;
  private final Faults faults;
  private final AtomicLong requests = new AtomicLong();
  private final Protocol anthropic = new Anthropic();
  private final Protocol mistral = new Mistral();
  private final Protocol openAi = new OpenAi();

  Desk(SimConf conf, SimOptions options, InstantSource clock, LongSupplier nanos) {
    this.conf = conf;
    this.options = options;
    this.clock = clock;
    this.nanos = nanos;
    this.answers = new Answers(conf);
    this.gate = new Gate(options.limits());
    this.faults = new Faults(conf.seed(), options.faults());
  }

  /**
   * @param header header by lower-case name, null when absent
   */
  Outcome handle(String path, UnaryOperator<String> header, byte[] body) {
    String requestId = "req_" + Long.toHexString(clock.millis()) + "x" + requests.incrementAndGet();
    Protocol protocol = header.apply("anthropic-version") == null ? openAi : anthropic;
    try {
      JsonNode json = parse(body);
      protocol = protocol(path, json);
      admit(header);
      Incoming call = protocol.accept(header, withMaxTokens(path, json));
      int input = tokens.count(call.parts());
      if (path.endsWith("/count_tokens")) {
        JsonNode count = Json.object().put("input_tokens", input);
        return plain(200, count, protocol.headers(Gate.Pass.FREE, requestId, clock.instant()));
      }
      return answer(protocol, call, input, requestId);
    } catch (Problem problem) {
      return error(protocol, problem, Gate.Pass.FREE, requestId);
    }
  }

  /** The same for the same request. */
  static String hex(Incoming call) {
    Dice dice = Dice.of("id", call.model(), call.parts(), call.seed());
    return String.format("%016x%016x", dice.seed(), dice.fork("id").seed());
  }

  private Outcome answer(Protocol protocol, Incoming call, int input, String requestId) {
    Gate.Pass pass = gate.pass(call.model(), input, nanos.getAsLong());
    if (pass.waitSeconds() > 0) {
      return error(protocol, new Problem(429, null, "Rate limit exceeded"), pass, requestId);
    }
    Fault fault = faults.draw(Dice.of(call.model(), call.user()).seed());
    int status = status(fault, protocol);
    if (fault == Fault.HTML_502) {
      byte[] page = "<html><h1>502 Bad Gateway</h1></html>".getBytes(StandardCharsets.UTF_8);
      return new Outcome(502, "text/html", Map.of(), page, null, 0, null);
    }
    if (status != 200) {
      Problem problem = new Problem(status, null, "The offline provider was told to fail");
      return error(protocol, problem, pass, requestId);
    }
    Said said = say(call, input, fault);
    byte[] body = bytes(protocol.reply(call, said, clock.instant()));
    boolean broken = fault != null && fault.breaksAnswer();
    Map<String, String> headers = protocol.headers(pass, requestId, clock.instant());
    return new Outcome(200, JSON, headers, body, call.model(), delay(call), broken ? fault : null);
  }

  private Said say(Incoming call, int input, Fault fault) {
    if (fault == Fault.REFUSAL) {
      String text = "I cannot help with that.";
      return new Said(text, Said.Stop.REFUSAL, input, tokens.count(text));
    }
    String text = answers.to(call);
    if (fault == Fault.MALFORMED) {
      text = "Here you are: " + text.substring(0, text.length() / 2);
    }
    int output = tokens.count(text);
    int most = fault == Fault.TRUNCATED ? Math.min(call.maxTokens(), output / 2) : call.maxTokens();
    return output > most
        ? new Said(tokens.cut(text, most), Said.Stop.LENGTH, input, most)
        : new Said(text, Said.Stop.END, input, output);
  }

  private static int status(Fault fault, Protocol protocol) {
    if (fault == null) {
      return 200;
    }
    return switch (fault) {
      case HTTP_429 -> 429;
      case HTTP_500 -> 500;
      case HTTP_529 -> protocol.overloaded();
      default -> 200;
    };
  }

  private Protocol protocol(String path, JsonNode body) throws Problem {
    return switch (path) {
      case "/v1/messages", "/v1/messages/count_tokens" -> anthropic;
      case "/v1/chat/completions" -> Mistral.isMeant(body) ? mistral : openAi;
      default -> throw new Problem(404, null, "Not found: " + path);
    };
  }

  private void admit(UnaryOperator<String> header) throws Problem {
    String bearer = header.apply("authorization");
    String key = header.apply("x-api-key");
    if (key == null && bearer != null && bearer.startsWith("Bearer ")) {
      key = bearer.substring("Bearer ".length());
    }
    boolean missing = key == null || key.isBlank();
    boolean wrong = options.acceptedKey() != null && !options.acceptedKey().equals(key);
    if (options.requireKey() && (missing || wrong)) {
      throw new Problem(401, null, missing ? "An API key is required" : "invalid x-api-key");
    }
  }

  private long delay(Incoming call) {
    if (options.latency() == null) {
      return conf.latencyMs();
    }
    double sigma = options.latency().sigma();
    double factor = sigma == 0 ? 1 : Math.exp(sigma * Dice.of(conf.seed(), hex(call)).gaussian());
    return Math.round(options.latency().medianMs() * factor);
  }

  private Outcome error(Protocol protocol, Problem problem, Gate.Pass pass, String requestId) {
    Map<String, String> headers =
        new LinkedHashMap<>(protocol.headers(pass, requestId, clock.instant()));
    if (problem.status() == 429) {
      headers.put("retry-after", String.valueOf(Math.max(1, (long) Math.ceil(pass.waitSeconds()))));
    }
    return plain(problem.status(), protocol.error(problem, requestId), headers);
  }

  static Outcome plain(int status, JsonNode body, Map<String, String> headers) {
    return new Outcome(status, JSON, headers, bytes(body), null, 0, null);
  }

  /** Counting tokens needs no output limit. */
  private static JsonNode withMaxTokens(String path, JsonNode body) {
    return path.endsWith("/count_tokens") && body.isObject()
        ? Json.object().put("max_tokens", 1).setAll((ObjectNode) body)
        : body;
  }

  private static JsonNode parse(byte[] body) throws Problem {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw Problem.invalid(null, "The request body is not valid JSON");
    }
    throw Problem.invalid(null, "The request body is not a JSON object");
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return Json.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
