package io.quaestor.agree;

import io.quaestor.agree.Asked.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Gives the criteria of each auditor places in the order in which a task meets them, so that a
 * verdict becomes two bits without knowing first what others were asked.
 */
final class AskedSoFar {
  private final List<Auditor> auditors = new ArrayList<>();

  /** Compares bytes, not texts: this runs for every verdict. */
  private static final class Auditor {
    private final UTF8String name;
    private final UTF8String model;
    private final List<UTF8String> criteria = new ArrayList<>();
    private final List<Boolean> gates = new ArrayList<>();

    Auditor(UTF8String name, UTF8String model) {
      this.name = name.clone();
      this.model = model == null ? null : model.clone();
    }

    /**
     * @param guess where it was in the last audit like this one
     */
    int place(UTF8String criterion, boolean gate, int guess) {
      if (is(guess, criterion, gate)) {
        return guess;
      }
      for (int place = 0; place < criteria.size(); place++) {
        if (is(place, criterion, gate)) {
          return place;
        }
      }
      criteria.add(criterion.clone());
      gates.add(gate);
      return criteria.size() - 1;
    }

    private boolean is(int place, UTF8String criterion, boolean gate) {
      return place < criteria.size()
          && gates.get(place) == gate
          && criteria.get(place).equals(criterion);
    }

    Asked asked() {
      List<Criterion> all = new ArrayList<>();
      for (int i = 0; i < criteria.size(); i++) {
        all.add(new Criterion(criteria.get(i).toString(), gates.get(i)));
      }
      return new Asked(name.toString(), model == null ? null : model.toString(), all);
    }
  }

  /** The index of an auditor with a model; null is a model of its own. */
  int auditor(UTF8String name, UTF8String model) {
    for (int i = 0; i < auditors.size(); i++) {
      Auditor auditor = auditors.get(i);
      if (auditor.name.equals(name) && Objects.equals(auditor.model, model)) {
        return i;
      }
    }
    auditors.add(new Auditor(name, model));
    return auditors.size() - 1;
  }

  /**
   * The bits of some verdicts, see {@link Slots}. Those beyond the last place are left out: so many
   * criteria are refused before anything is counted.
   */
  long code(int auditor, MapData verdicts, boolean gate, boolean isScored) {
    Auditor of = auditors.get(auditor);
    ArrayData criteria = verdicts.keyArray();
    ArrayData passed = verdicts.valueArray();
    int first = gate ? 0 : of.criteria.size() - criteria.numElements();
    long code = 0;
    for (int i = 0; i < criteria.numElements(); i++) {
      int place = of.place(criteria.getUTF8String(i), gate, Math.max(0, first) + i);
      if (place < Slots.MOST) {
        long verdict =
            isScored && !passed.isNullAt(i) ? verdict(passed.getBoolean(i)) : Slots.UNSCORED;
        code |= verdict << 2 * place;
      }
    }
    return code;
  }

  private static long verdict(boolean passed) {
    return passed ? Slots.PASSED : Slots.FAILED;
  }

  List<Asked> list() {
    return auditors.stream().map(Auditor::asked).toList();
  }
}
