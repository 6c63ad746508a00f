package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Fact;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * A claim that a question is asked for.
 *
 * @param subject of its ask, unique over the run
 */
public record AskedClaim(String subject, BatchWork work, Fact fact) {

  Step.Subject about() {
    return new Step.Subject(subject, 0);
  }

  /** Every claim of a bank that is asked for, in a row of its own. */
  static final class Each implements FlatMapFunction<FactBank, AskedClaim> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<AskedClaim> call(FactBank bank) {
      return bank.facts().stream()
          .filter(fact -> FactCheck.ASKED.equals(fact.status()))
          .map(fact -> of(bank.work(), fact))
          .iterator();
    }

    private static AskedClaim of(BatchWork work, Fact fact) {
      String subject = Step.Subject.of(work.batch(), fact.ordinal()).id();
      return new AskedClaim(subject, work, fact);
    }
  }
}
