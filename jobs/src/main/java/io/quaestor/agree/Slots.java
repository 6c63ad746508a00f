package io.quaestor.agree;

import io.quaestor.JobException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole audit as one number, so that comparing auditors moves numbers and not maps. Every
 * criterion has a place of two bits: 0 not asked, 1 unscored, 2 failed, 3 passed; the bit above all
 * says that the audit was scored. Gate criteria come first, then soft ones.
 *
 * @param gate criteria that some auditor gates on, sorted
 * @param soft criteria that some auditor only logs, sorted
 */
record Slots(List<String> gate, List<String> soft) implements Serializable {
  /** Places there are. */
  static final int MOST = 24;

  static final long UNSCORED = 1;
  static final long FAILED = 2;
  static final long PASSED = 3;

  /** Stands for a question that the auditor has not judged. */
  static final long NOT_JUDGED = -1;

  /**
   * Places for the criteria.
   *
   * @throws JobException with exit code 2 when there are too many
   */
  Slots {
    gate = List.copyOf(gate);
    soft = List.copyOf(soft);
    if (gate.size() + soft.size() > MOST) {
      throw JobException.input(
          "too_many_criteria",
          "The auditors have %d criteria together; %d can be compared at a time"
              .formatted(gate.size() + soft.size(), MOST),
          "compare fewer auditors at a time");
    }
  }

  /** The bit of an audit that was scored. */
  long scored() {
    return 1L << (2 * (gate.size() + soft.size()));
  }

  /** The upper bit of every place: set where there is a verdict. */
  long judged() {
    return IntStream.range(0, gate.size() + soft.size())
        .mapToLong(Slots::upper)
        .reduce(0, (all, bit) -> all | bit);
  }

  /** The upper bits of a criterion's places, 0 when there is none. */
  long of(String criterion) {
    return gateBit(criterion) | softBit(criterion);
  }

  long gateBit(String criterion) {
    int at = gate.indexOf(criterion);
    return at < 0 ? 0 : upper(at);
  }

  long softBit(String criterion) {
    int at = soft.indexOf(criterion);
    return at < 0 ? 0 : upper(gate.size() + at);
  }

  private static long upper(int place) {
    return 1L << (2 * place + 1);
  }

  /** The upper bits of the places at which a code has a pass. */
  static long passed(long code) {
    return code & (code << 1);
  }
}
