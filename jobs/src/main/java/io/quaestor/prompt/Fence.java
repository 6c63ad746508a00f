package io.quaestor.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Span;
import io.quaestor.udfs.text.Hashes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Source text and drafts as data in a prompt.
 *
 * <p>Each stands between tags whose name carries a hash of everything fenced, so that no text can
 * contain its own closing tag: it would have to contain its own hash.
 */
public final class Fence {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Fence() {}

  /** Name of a passage in a prompt: {@code P1} for the first. */
  public static String passageName(int index) {
    return "P" + (index + 1);
  }

  /** Chunks as passages {@code P1, P2, ...}, one sentence per line behind its span id. */
  public static String passages(List<Chunk> chunks) {
    String tag = tag("passage", chunks.stream().map(Chunk::text).toList());
    return IntStream.range(0, chunks.size())
        .mapToObj(index -> passage(tag, index, chunks.get(index)))
        .collect(Collectors.joining("\n"));
  }

  /** The lines of one page as they are. */
  public static String page(String lines) {
    return "<%1$s>\n%2$s\n</%1$s>".formatted(tag("page", List.of(lines)), lines);
  }

  /** Values as JSON objects, one per tag, indexed from 1. */
  public static String questions(List<Map<String, Object>> questions) {
    List<String> texts = questions.stream().map(Fence::json).toList();
    String tag = tag("question", texts);
    return IntStream.range(0, texts.size())
        .mapToObj(
            index ->
                "<%1$s index=\"%2$d\">\n%3$s\n</%1$s>".formatted(tag, index + 1, texts.get(index)))
        .collect(Collectors.joining("\n"));
  }

  /** One claim as a JSON object in a fence of its own kind. */
  public static String claim(Map<String, Object> claim) {
    return alone("claim", json(claim));
  }

  /** One candidate set as a JSON object in a fence of its own kind. */
  public static String candidate(Map<String, Object> candidate) {
    return alone("candidate", json(candidate));
  }

  /** One line of JSON. */
  public static String json(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String passage(String tag, int index, Chunk chunk) {
    StringBuilder text = new StringBuilder();
    text.append(
        "<%s id=\"%s\" topic=\"%s\">%n"
            .formatted(tag, passageName(index), attribute(chunk.topic()))
            .replace("\r\n", "\n"));
    for (Span span : chunk.spans()) {
      String sentence = span.of(chunk.text()).replaceAll("\\s+", " ");
      text.append('[').append(span.id()).append("] ").append(sentence).append('\n');
    }
    return text.append("</").append(tag).append('>').toString();
  }

  private static String alone(String kind, String text) {
    return "<%1$s>\n%2$s\n</%1$s>".formatted(tag(kind, List.of(text)), text);
  }

  private static String attribute(String text) {
    return text.replaceAll("[\"<>\\s]+", " ").strip();
  }

  private static String tag(String kind, List<String> texts) {
    return kind + "-" + Hashes.sha256(texts.toArray(String[]::new)).substring(0, 8);
  }
}
