package io.quaestor.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.llm.Reply;
import io.quaestor.udfs.text.Similarity;
import io.quaestor.udfs.text.WordDifference;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import scala.Tuple2;

/** Compares what a model made of a page with the page, word by word, and decides on its use. */
final class MeasurePage implements MapFunction<Tuple2<RawPage, Reply>, ConvertedPage> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final double maxChange;

  MeasurePage(double maxChange) {
    this.maxChange = maxChange;
  }

  @Override
  public ConvertedPage call(Tuple2<RawPage, Reply> pair) throws JsonProcessingException {
    return measure(pair._1(), pair._2());
  }

  /**
   * The page with its measure.
   *
   * @param reply null when nothing was asked
   */
  ConvertedPage measure(RawPage raw, Reply reply) throws JsonProcessingException {
    Map<String, Integer> before = Similarity.terms(raw.joined());
    long words = WordDifference.of(before, Map.of()).words();
    if (reply == null) {
      return ConvertedPage.unused(raw, null, words, "no_text");
    }
    if (!reply.ok()) {
      return ConvertedPage.unused(raw, reply.askId(), words, "call_" + reply.status());
    }
    String markdown = JSON.readTree(reply.json()).path("markdown").asText();
    WordDifference change = WordDifference.of(before, words(markdown, raw.page()));
    String reason = reason(change);
    return new ConvertedPage(
        raw,
        reply.askId(),
        words,
        change.added(),
        change.dropped(),
        reason == null,
        reason,
        markdown);
  }

  private String reason(WordDifference change) {
    if (change.words() == 0) {
      return "no_text";
    }
    if (change.droppedShare() > maxChange) {
      return "too_much_dropped";
    }
    return change.addedShare() > maxChange ? "too_much_added" : null;
  }

  /**
   * What the document would have of it. The numbers of a list, which stand in its Markdown and not
   * in its text, count as there.
   */
  private static Map<String, Integer> words(String markdown, int page) {
    String text =
        MarkdownParser.blocks(markdown, page).stream()
            .map(Block::text)
            .collect(Collectors.joining("\n"));
    Map<String, Integer> words = new HashMap<>(Similarity.terms(text));
    Similarity.terms(markdown)
        .forEach(
            (word, count) -> {
              if (word.codePoints().allMatch(Character::isDigit)) {
                words.merge(word, count, Math::max);
              }
            });
    return words;
  }
}
