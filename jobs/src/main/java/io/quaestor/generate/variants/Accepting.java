package io.quaestor.generate.variants;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Merit;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;

/** Sound variants become questions, marked where they resemble another. */
final class Accepting implements MapFunction<GeneratedBatch, BatchResult> {
  private static final long serialVersionUID = 1L;

  private final Maker maker;
  private final Resemblance resemblance;

  Accepting(Maker maker, Resemblance resemblance) {
    this.maker = maker;
    this.resemblance = resemblance;
  }

  @Override
  public BatchResult call(GeneratedBatch generated) {
    Slots slots = new Slots(maker, generated.work(), generated.origin());
    Iterator<List<String>> issues = resemblance.issues(generated.sound()).iterator();
    List<Slot> decided = new ArrayList<>();
    for (CheckedDraft draft : generated.drafts()) {
      decided.add(
          draft.sound() ? slots.accepted(draft, merit(issues.next())) : slots.rejected(draft));
    }
    return BatchResult.of(
        generated.work().batch(), generated.calls(null), false, decided, List.of());
  }

  private static Merit merit(List<String> issues) {
    return new Merit(null, List.of(), null, issues, Map.of(), false);
  }
}
