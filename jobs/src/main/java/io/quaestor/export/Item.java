package io.quaestor.export;

import io.quaestor.tables.DistractorRationale;
import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.Blanks;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Normalise;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question as formats for learners see it.
 *
 * @param options those of a choice, else empty
 * @param answers of a typed question: the key, then what else is right, each once
 */
record Item(Question question, QuestionType type, List<Option> options, List<String> answers) {
  private static final Set<String> TRUE = Set.of("true", "vrai", "oui", "yes", "wahr", "verdadero");
  private static final Set<String> FALSE = Set.of("false", "faux", "non", "no", "falsch", "falso");

  /**
   * One of a choice.
   *
   * @param rationale why it is there, null when nobody said
   */
  record Option(String text, boolean key, String rationale) {}

  static Item of(Question question) {
    QuestionType type = QuestionType.parse(question.type()).orElse(null);
    boolean typed = type != null && type.isTyped();
    List<Option> options =
        typed ? List.of() : some(question.options()).map(text -> option(question, text)).toList();
    LinkedHashSet<String> answers = new LinkedHashSet<>();
    if (typed) {
      some(question.answer()).forEach(answers::add);
      some(question.acceptableVariations()).forEach(answers::add);
    }
    return new Item(question, type, options, List.copyOf(answers));
  }

  private static Option option(Question question, String text) {
    boolean key = some(question.answer()).anyMatch(answer -> same(answer, text));
    String rationale =
        some(question.distractorRationales())
            .filter(each -> same(each.option(), text))
            .map(DistractorRationale::rationale)
            .filter(said -> said != null && !said.isBlank())
            .findFirst()
            .orElse(null);
    return new Option(text, key, rationale);
  }

  private static boolean same(String one, String other) {
    return Normalise.text(one).equals(Normalise.text(other));
  }

  private static <T> Stream<T> some(List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }

  /** Why no learner could answer it, as a stable code; null when one could. */
  String problem() {
    if (type == null) {
      return "unknown_type";
    }
    if (Normalise.isBlank(question.stem())) {
      return "no_stem";
    }
    if (!type.isTyped()) {
      boolean all = keys().size() == Set.copyOf(question.answer()).size();
      return !keys().isEmpty() && all ? null : "key_not_in_options";
    }
    return answers.isEmpty() && type != QuestionType.WRITING ? "no_answer" : null;
  }

  List<Option> keys() {
    return options.stream().filter(Option::key).toList();
  }

  /** Whether XML can hold all of its texts. */
  boolean isClean() {
    Stream<String> texts =
        Stream.concat(
            Stream.of(question.stem(), feedback() == null ? "" : feedback()),
            Stream.concat(options.stream().map(Option::text), answers.stream()));
    return texts.allMatch(Html::isClean);
  }

  boolean hasRationales() {
    return options.stream().anyMatch(option -> option.rationale() != null);
  }

  /** Whether it has exactly one gap to fill. */
  boolean isCloze() {
    return type == QuestionType.FILL_IN_BLANK && Blanks.count(question.stem()) == 1;
  }

  /** What is before the gap of a cloze, and what is after it. */
  List<String> aroundGap() {
    return List.of(Blanks.PATTERN.split(question.stem(), 2));
  }

  /** Of a true or false question whether it is true; null when its options do not tell. */
  Boolean truth() {
    if (type != QuestionType.TRUE_FALSE || options.size() != 2 || keys().size() != 1) {
      return null;
    }
    List<String> words = options.stream().map(option -> Normalise.text(option.text())).toList();
    boolean known =
        words.stream().anyMatch(TRUE::contains) && words.stream().anyMatch(FALSE::contains);
    return known ? Boolean.valueOf(TRUE.contains(Normalise.text(keys().get(0).text()))) : null;
  }

  /** What is to be read afterwards: of a writing task a model answer, and the explanation. */
  String feedback() {
    Stream<String> model = type == QuestionType.WRITING ? answers.stream() : Stream.empty();
    return Stream.concat(model, Stream.ofNullable(question.explanation()))
        .filter(text -> !text.isBlank())
        .reduce((first, second) -> first + "\n" + second)
        .orElse(null);
  }

  /** Words to find it by. */
  List<String> tags() {
    return Stream.of(
            question.unitId(), question.topic(), question.difficulty(), question.pipeline())
        .filter(tag -> tag != null && !tag.isBlank())
        .toList();
  }
}
