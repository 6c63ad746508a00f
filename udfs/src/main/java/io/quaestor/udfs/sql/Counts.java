package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.sql.AgreementFunctions.Interval;
import io.quaestor.udfs.sql.AgreementFunctions.Tested;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts of a call, which may be no table of counts. */
record Counts(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
  static final String MISSING = "missing_count";

  Statistic statistic(Function<TwoByTwo, Statistic> figure) {
    return problem().map(Statistic::undefined).orElseGet(() -> figure.apply(table()));
  }

  Interval interval(Function<TwoByTwo, Estimate> figure) {
    return problem().map(Interval::undefined).orElseGet(() -> Interval.of(figure.apply(table())));
  }

  Tested test(Function<TwoByTwo, Significance> figure) {
    return Tested.of(problem().map(Significance::undefined).orElseGet(() -> figure.apply(table())));
  }

  private Optional<String> problem() {
    if (Stream.of(all()).anyMatch(count -> count == null)) {
      return Optional.of(MISSING);
    }
    if (Stream.of(all()).anyMatch(count -> count < 0)) {
      return Optional.of("negative_count");
    }
    return isTooMany() ? Optional.of("count_overflow") : Optional.empty();
  }

  private TwoByTwo table() {
    return new TwoByTwo(bothPass, aOnlyFail, bOnlyFail, bothFail);
  }

  private Long[] all() {
    return new Long[] {bothPass, aOnlyFail, bOnlyFail, bothFail};
  }

  private boolean isTooMany() {
    long room = Long.MAX_VALUE;
    for (long count : all()) {
      if (count > room) {
        return true;
      }
      room -= count;
    }
    return false;
  }
}
