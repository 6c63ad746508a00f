package io.quaestor.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model would answer to prompts of the grounded pipeline over the tiny corpus. */
final class TrainWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SENTENCE = Pattern.compile("\\[(s\\d+)] (.*)");
  private static final Pattern CLAIM = Pattern.compile("<claim-\\w+>\\n(.*)\\n");

  private TrainWriter() {}

  /** A claim of each sentence, which it quotes. */
  static String claims(String prompt) {
    List<Map<String, Object>> claims = new ArrayList<>();
    Matcher sentences = SENTENCE.matcher(prompt);
    while (sentences.find()) {
      claims.add(
          Map.of(
              "claim_id", "c" + (claims.size() + 1),
              "claim", sentences.group(2),
              "claim_type", "fact",
              "evidence_span_ids", List.of(sentences.group(1), "s99"),
              "evidence_quotes", List.of(sentences.group(2)),
              "common_confusions", List.of("à midi")));
    }
    return json(Map.of("claims", claims));
  }

  /** The claim that a prompt shows. */
  static JsonNode claim(String prompt) {
    Matcher claim = CLAIM.matcher(prompt);
    if (!claim.find()) {
      throw new IllegalArgumentException(prompt);
    }
    return read(claim.group(1));
  }

  /** A sound question from the claim that a prompt shows. */
  static String question(String prompt) {
    String claim = claim(prompt).get("claim").asText();
    return """
        {"stem":"Que dit l'horaire de « %1$s » ?","options":["vrai","faux","absent"],
         "answer":"vrai","explanation":"Il le dit.","distractor_rationales":[],
         "quotes":["%1$s"],"option_audit":[
          {"option":"vrai","supported":true,"evidence":"%1$s"},
          {"option":"faux","supported":false,"evidence":""},
          {"option":"absent","supported":false,"evidence":""}],
         "rewritten":false,"confidence":0.9}
        """
        .formatted(claim);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
