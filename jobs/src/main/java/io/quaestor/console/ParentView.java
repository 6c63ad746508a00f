package io.quaestor.console;

import io.quaestor.conf.VariantsConf;
import io.quaestor.generate.variants.CountAdvice;
import java.util.List;

/**
 * A question with the form that has variants made of it, and those there are.
 *
 * @param levels difficulties to choose from, the question's own chosen
 * @param models aliases
 */
record ParentView(
    Card card,
    List<Card> variants,
    List<QueueView.Choice> levels,
    List<String> models,
    List<String> advice,
    int count,
    int ceiling) {
  private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

  static ParentView of(Card parent, List<Card> variants, List<String> models, VariantsConf conf) {
    return new ParentView(
        parent,
        variants,
        LEVELS.stream()
            .map(l -> new QueueView.Choice(l, l.equals(parent.question().difficulty())))
            .toList(),
        models,
        List.of(
            CountAdvice.of(1, conf),
            CountAdvice.of(conf.target(), conf),
            CountAdvice.of(conf.exploreFrom(), conf),
            CountAdvice.of(conf.warnAbove() + 1, conf)),
        conf.target(),
        conf.ceiling());
  }

  boolean hasVariants() {
    return !variants.isEmpty();
  }
}
