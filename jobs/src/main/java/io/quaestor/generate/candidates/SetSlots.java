package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import io.quaestor.generate.plan.BatchWork;
import java.util.List;
import java.util.stream.IntStream;

/** One slot for each item asked for; items beyond are not used, items left out have failed. */
record SetSlots(Maker maker, BatchWork work) {

  /** Slots of a set, which stands or falls whole; then each item for itself. */
  List<Slot> of(Entrant entrant, Ending ending) {
    List<Item> items = entrant.set().items();
    return IntStream.range(0, work.batch().count())
        .mapToObj(
            slot ->
                slot < items.size()
                    ? slot(slot, items.get(slot), entrant, ending)
                    : missing(slot, "not_returned", entrant))
        .toList();
  }

  /** Slots of a batch for which no candidate came. */
  List<Slot> failed(Entrant first) {
    return IntStream.range(0, work.batch().count())
        .mapToObj(slot -> missing(slot, first.problem(), first))
        .toList();
  }

  private Slot slot(int slot, Item item, Entrant entrant, Ending ending) {
    BatchWork typed = work.withType(item.type());
    Slots slots = new Slots(maker, typed, entrant.answer().origin());
    CheckedDraft checked = Checks.draft(typed, slot, item.draft(), new ItemCheck(item.numeric()));
    if (ending.fell()) {
      return slots.rejected(checked.fallen(ending.stage(), List.of(ending.reason())));
    }
    return checked.sound() ? slots.accepted(checked, ending.merit()) : slots.rejected(checked);
  }

  private Slot missing(int slot, String reason, Entrant entrant) {
    return new Slots(maker, work, entrant.answer().origin()).rejected(Checks.missing(slot, reason));
  }
}
