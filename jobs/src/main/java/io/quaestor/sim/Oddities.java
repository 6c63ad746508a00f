package io.quaestor.sim;

import io.quaestor.udfs.planting.Grammar;
import io.quaestor.udfs.planting.Register;
import io.quaestor.udfs.planting.TwoKeys;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a question that this generator would not have made, seen in its text.
 *
 * @param reading empty for questions that are not worded like the generator's
 */
record Oddities(Item item, Optional<Reading> reading) {

  /** Whether one of them makes a criterion false. */
  boolean breaks(String criterion) {
    return switch (criterion) {
      case "answer_correct" -> twoKeys() || Sums.wrong(item);
      case "result_checks" -> Sums.wrong(item);
      case "grammar_correct" -> Grammar.isBroken(item.stem());
      case "register_appropriate" -> Register.isWrong(item.stem());
      case "question_coherent" -> reading.filter(this::nothingFits).isPresent();
      default -> false;
    };
  }

  /** More than one option says what the key says. */
  private boolean twoKeys() {
    if (!item.type().equals("mcq_single") || item.answer().size() != 1) {
      return false;
    }
    String key = item.answer().get(0);
    return item.options().stream().filter(option -> TwoKeys.same(option, key)).count() > 1;
  }

  /** None of the options is what is missing from the sentence. */
  private boolean nothingFits(Reading read) {
    List<String> options = item.options().stream().map(Text::lower).toList();
    return item.type().equals("mcq_single")
        && read.stem().type().equals("mcq_single")
        && read.sources().stream()
            .flatMap(found -> found.fillers().stream())
            .map(Text::lower)
            .noneMatch(options::contains);
  }
}
