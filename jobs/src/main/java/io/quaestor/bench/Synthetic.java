package io.quaestor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Asks of the size real ones have, each different, and one answer that suits them all. */
final class Synthetic {
  static final String SCHEMA_NAME = "bench";
  static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,
       "required":["stem","options","key","rationale","level"],
       "properties":{
        "stem":{"type":"string","minLength":1},
        "options":{"type":"array","minItems":4,"maxItems":4,"items":{"type":"string"}},
        "key":{"type":"integer","minimum":0,"maximum":3},
        "rationale":{"type":"string"},
        "level":{"type":"string","enum":["beginner","intermediate","advanced"]}}}
      """;
  static final Map<String, String> SCHEMAS = Map.of(SCHEMA_NAME, SCHEMA);

  /** About 600 bytes. */
  static final String ANSWER =
      """
      {"stem":"Pourquoi l'eau d'une flaque disparaît-elle plus vite un jour de vent qu'un jour \
      calme, à la même température ?","options":["Le vent emporte l'air chargé de vapeur au-dessus \
      de la flaque.","Le vent réchauffe l'eau jusqu'à ce qu'elle se mette à bouillir.","Le vent \
      pousse l'eau dans le sol plus vite qu'elle ne s'évapore.","Le vent transforme l'eau en glace \
      très fine que l'on ne voit pas."],"key":0,"rationale":"Le passage dit que l'air saturé ne \
      prend plus de vapeur ; le vent le remplace par de l'air plus sec, et l'évaporation continue.",\
      "level":"intermediate"}""";

  static final String COMPLETION_HEAD = "{\"id\":\"cmpl-";
  static final String COMPLETION_TAIL =
      """
      ","object":"chat.completion","created":1795000000,"model":"bench-1","choices":[{"index":0,\
      "message":{"role":"assistant","content":%s,"tool_calls":null},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":1150,"completion_tokens":160,"total_tokens":1310}}"""
          .formatted(quoted(ANSWER));

  private static final String SYSTEM =
      "You write questions for a school. Use only the passages you are given. Each question has one"
          + " right answer and three wrong ones that a pupil could believe. Answer with JSON.";
  private static final int PROMPT_CHARS = 4000;
  private static final int STRIDE = 37;
  private static final int MAX_TOKENS = 1000;
  private static final String PROSE =
      """
      L'eau des mers, des lacs et des rivières s'évapore sous l'effet du soleil. La vapeur monte,
      se refroidit et forme des gouttelettes : ce sont les nuages. "Il pleut" veut dire que ces
      gouttelettes sont devenues trop lourdes. Une partie de la pluie ruisselle vers les rivières,
      une autre s'infiltre dans le sol et nourrit les nappes souterraines. Les plantes en rendent
      à l'air par leurs feuilles. En montagne, l'eau attend sous forme de neige et de glace jusqu'au
      printemps. Rien ne se perd : la même eau fait le tour depuis des millions d'années.

      """
          .repeat(16);

  private Synthetic() {}

  /**
   * @param series asks of different series differ
   */
  static String prompt(String series, long number) {
    int at = (int) (number * STRIDE % (PROSE.length() - PROMPT_CHARS));
    return "Series %s, ask %d.\n\n%s"
        .formatted(series, number, PROSE.substring(at, at + PROMPT_CHARS));
  }

  /** As lazily as asks of a stage: made when they are read. */
  static Dataset<Ask> asks(SparkSession spark, MakeAsk make, long count) {
    return spark.range(count).map(make, RecordEncoder.of(Ask.class));
  }

  /** The request of the same ask as a program without us would write it. */
  static byte[] body(String modelId, String series, long number) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode body = json.createObjectNode().put("model", modelId).put("max_tokens", MAX_TOKENS);
    body.putArray("messages")
        .add(json.createObjectNode().put("role", "system").put("content", SYSTEM))
        .add(json.createObjectNode().put("role", "user").put("content", prompt(series, number)));
    try {
      ObjectNode schema = body.putObject("response_format").put("type", "json_schema");
      schema.putObject("json_schema").put("name", SCHEMA_NAME).set("schema", json.readTree(SCHEMA));
      return body.toString().getBytes(StandardCharsets.UTF_8);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return new ObjectMapper().getNodeFactory().textNode(text).toString();
  }

  /** From a number to an ask. */
  record MakeAsk(AskFactory factory, String model, String series)
      implements MapFunction<Long, Ask>, Serializable {
    @Override
    public Ask call(Long number) {
      return factory.ask(
          new AskDraft(
              model,
              "bench",
              "ask-" + number,
              0,
              SYSTEM,
              "",
              prompt(series, number),
              SCHEMA_NAME,
              0.5,
              MAX_TOKENS,
              null));
    }
  }
}
