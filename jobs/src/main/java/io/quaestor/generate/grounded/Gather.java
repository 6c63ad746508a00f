package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Origin;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Puts what became of a bank's claims together: one result for each batch. */
final class Gather implements CoGroupFunction<String, FactBank, ClaimOutcome, BatchResult> {
  private static final long serialVersionUID = 1L;

  private final Maker maker;

  private Gather(Maker maker) {
    this.maker = maker;
  }

  static Dataset<BatchResult> of(
      Dataset<FactBank> banks, Dataset<ClaimOutcome> outcomes, Maker maker) {
    return banks
        .groupByKey(new BankBatch(), Encoders.STRING())
        .cogroup(
            outcomes.groupByKey(new OutcomeBatch(), Encoders.STRING()),
            new Gather(maker),
            RecordEncoder.of(BatchResult.class));
  }

  @Override
  public Iterator<BatchResult> call(
      String batchId, Iterator<FactBank> banks, Iterator<ClaimOutcome> outcomes) {
    List<ClaimOutcome> questions = new ArrayList<>();
    outcomes.forEachRemaining(questions::add);
    return List.of(result(banks.next(), questions)).iterator();
  }

  private BatchResult result(FactBank bank, List<ClaimOutcome> questions) {
    List<Slot> slots = new ArrayList<>(withoutQuestion(bank));
    questions.forEach(question -> slots.add(question.slot()));
    slots.sort(Comparator.comparingLong(Slot::order));
    return new BatchResult(
        bank.work().batch(),
        bank.calls(),
        bank.failure() == null ? BatchResult.COMPLETE : BatchResult.FAILED,
        null,
        questions.stream().anyMatch(ClaimOutcome::gap),
        slots,
        List.of(),
        bank.facts(),
        List.of());
  }

  /** Slots of dropped claims; when there are no claims, of every question that was wanted. */
  private List<Slot> withoutQuestion(FactBank bank) {
    Origin origin = new Origin(bank.model(), bank.askId(), bank.answeredAt());
    Slots slots = new Slots(maker, bank.work(), origin);
    if (bank.failure() != null) {
      return IntStream.range(0, bank.work().batch().count())
          .mapToObj(slot -> slots.rejected(Checks.missing(slot, bank.failure()).citing(0)))
          .toList();
    }
    return bank.facts().stream()
        .filter(fact -> FactCheck.DROPPED.equals(fact.status()))
        .map(fact -> slots.rejected(dropped(fact), Claim.of(fact)))
        .toList();
  }

  private static CheckedDraft dropped(Fact fact) {
    String reason = fact.quotes().isEmpty() ? "evidence_not_found" : "empty_claim";
    return Checks.missing(fact.ordinal(), reason)
        .citing(0)
        .fallen(Checks.EVIDENCE, List.of(reason));
  }

  private static final class BankBatch implements MapFunction<FactBank, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(FactBank bank) {
      return bank.work().batch().batchId();
    }
  }

  private static final class OutcomeBatch implements MapFunction<ClaimOutcome, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(ClaimOutcome outcome) {
      return outcome.batchId();
    }
  }
}
