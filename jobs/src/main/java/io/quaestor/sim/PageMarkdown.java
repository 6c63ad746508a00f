package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Answers the task {@code convert}: short lines and lines in capitals are headings, what follows on
 * each other is a paragraph. On some pages a word is lost or comes in.
 */
final class PageMarkdown {
  private static final int SHORT = 50;
  private static final int FEWEST_WORDS = 8;
  private static final String DROPPED = "dropped_word";
  private static final String ADDED = "added_word";

  private final String page;
  private final Rates rates;
  private final Dice dice;
  private final List<String> blocks = new ArrayList<>();

  PageMarkdown(Prompt prompt, Rates rates, Dice dice) {
    this.page = prompt.alone().getOrDefault("page", "");
    this.rates = rates;
    this.dice = dice;
  }

  ObjectNode converted() {
    String open = "";
    for (String raw : page.lines().toList()) {
      String line = Text.fold(raw);
      boolean alone = !line.matches(".*\\p{L}.*");
      boolean heading = open.isEmpty() && isHeading(line);
      if (alone || heading) {
        close(open);
        close(heading ? "## " + line : line);
        open = "";
        continue;
      }
      open = joined(open, line);
      if (ends(line)) {
        close(open);
        open = "";
      }
    }
    close(open);
    return Json.object().put("markdown", spoiled(String.join("\n\n", blocks)));
  }

  private void close(String block) {
    if (!block.isEmpty()) {
      blocks.add(block);
    }
  }

  private static boolean isHeading(String line) {
    boolean capitals = line.equals(line.toUpperCase(Locale.ROOT)) && line.matches(".*\\p{Lu}{2}.*");
    boolean plain = line.length() <= SHORT && !line.matches(".*[.,;:!?»”-]");
    return line.matches("[\\p{L}\\d].*\\p{L}.*") && (capitals || plain);
  }

  /** A paragraph's last line is a short one that ends a sentence. */
  private static boolean ends(String line) {
    return line.length() <= SHORT && line.matches(".*[.!?»”]");
  }

  /** A word divided at the end of a line becomes whole. */
  private static String joined(String open, String line) {
    if (open.matches(".*\\p{Ll}-") && Character.isLowerCase(line.charAt(0))) {
      return open.substring(0, open.length() - 1) + line;
    }
    return open.isEmpty() ? line : open + " " + line;
  }

  private String spoiled(String markdown) {
    String defect = rates.draw(List.of(DROPPED, ADDED), dice);
    List<String> words = new ArrayList<>(Arrays.asList(markdown.split("(?<= )")));
    if (defect == null || words.size() < FEWEST_WORDS) {
      return markdown;
    }
    int at = 1 + dice.next(words.size() - 2);
    if (defect.equals(DROPPED)) {
      words.remove(at);
    } else {
      words.add(at, words.get(words.size() - 2 - dice.next(2)));
    }
    return String.join("", words);
  }
}
