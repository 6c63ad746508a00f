package io.quaestor.agree;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_contains_key;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import io.quaestor.JobException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * A whole audit as one number, so that comparing auditors moves numbers and not maps. Every
 * criterion has a place of two bits: 0 not asked, 1 unscored, 2 failed, 3 passed; the bit above all
 * says that the audit was scored. Gate criteria come first, then soft ones.
 *
 * @param gate criteria that some auditor gates on, sorted
 * @param soft criteria that some auditor only logs, sorted
 */
record Slots(List<String> gate, List<String> soft) implements Serializable {
  private static final int MOST = 24;
  private static final int UNSCORED = 1;
  private static final int FAILED = 2;

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

  /** The code of a row of {@code audits}. */
  Column code() {
    Column scored = lit(scored());
    Column unscored = lit(0L);
    for (int i = 0; i < gate.size() + soft.size(); i++) {
      boolean isGate = i < gate.size();
      Column verdicts = col(isGate ? "gateCriteria" : "softCriteria");
      Column criterion = lit(isGate ? gate.get(i) : soft.get(i - gate.size()));
      Column asked =
          when(map_contains_key(verdicts, criterion), lit((long) UNSCORED)).otherwise(0L);
      Column verdict =
          coalesce(try_element_at(verdicts, criterion).cast("long").plus((long) FAILED), asked);
      scored = scored.plus(shiftleft(verdict, 2 * i));
      unscored = unscored.plus(shiftleft(asked, 2 * i));
    }
    return when(col("outcome").equalTo("unscored"), unscored).otherwise(scored);
  }

  /** The upper bits of the places at which a code has a pass. */
  static long passed(long code) {
    return code & (code << 1);
  }
}
