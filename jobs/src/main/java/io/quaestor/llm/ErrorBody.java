package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An error's body, whatever its shape: nested, flat, a list of details, plain text, a gateway's
 * HTML.
 *
 * @param codes types and codes the provider gave, most specific first
 * @param message bounded; values of the request that an error quotes are not taken over
 * @param requestId null when the body has none
 */
record ErrorBody(List<String> codes, String message, String requestId) {
  private static final int LONGEST_MESSAGE = 300;

  static ErrorBody of(String body) {
    JsonNode root = Json.parse(body);
    if (root == null || !root.isObject()) {
      return new ErrorBody(List.of(), plain(body), null);
    }
    JsonNode error = root.path("error").isObject() ? root.get("error") : root;
    List<String> codes = new ArrayList<>();
    for (JsonNode code :
        List.of(error.path("details").path("error_code"), error.path("code"), error.path("type"))) {
      if (code.isValueNode() && !code.isNull()) {
        codes.add(code.asText());
      }
    }
    return new ErrorBody(codes, bounded(message(error, root)), Json.text(root, "request_id"));
  }

  /** The first code and the message, or what there is of them. */
  String words() {
    String code = codes.isEmpty() ? "" : codes.get(0);
    return Stream.of(code, message)
        .filter(s -> !s.isEmpty())
        .reduce((a, b) -> a + ": " + b)
        .orElse("");
  }

  private static String message(JsonNode error, JsonNode root) {
    return Stream.of(error.path("message"), error.path("detail"), root.path("error"))
        .map(ErrorBody::flat)
        .filter(s -> !s.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String flat(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(detail(item)));
      return String.join("; ", items);
    }
    return node.has("detail") ? flat(node.get("detail")) : "";
  }

  private static String detail(JsonNode item) {
    List<String> place = new ArrayList<>();
    item.path("loc").forEach(part -> place.add(part.asText()));
    return String.join(".", place) + " " + item.path("msg").asText("");
  }

  private static String plain(String body) {
    String start = body.substring(0, Math.min(body.length(), 20 * LONGEST_MESSAGE));
    return bounded(start.replaceAll("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>", " "));
  }

  private static String bounded(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
