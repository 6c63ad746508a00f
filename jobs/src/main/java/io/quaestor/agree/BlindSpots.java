package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;

import io.quaestor.agree.Jury.Pair;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.BlindSpot;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Questions one auditor flagged while the other passed all of its own criteria. */
final class BlindSpots implements FlatMapFunction<Tally, BlindSpot> {
  private static final long serialVersionUID = 1L;

  private final String comparisonId;
  private final Jury jury;
  private final List<Side> sides;

  /** What fired, by code: a task meets the same few over and over. */
  private final Map<Fired, List<String>> fired = new HashMap<>();

  private BlindSpots(Comparison comparison) {
    this.comparisonId = comparison.id();
    this.jury = comparison.jury();
    this.sides = sides(jury);
  }

  /** Two auditors under one definition; the first of the pair is the one that flags. */
  private record Side(Pair pair, String definition, Reading flagging, Reading passing)
      implements Serializable {}

  private record Fired(String definition, long code) implements Serializable {}

  static Dataset<BlindSpot> of(Dataset<Tally> tallies, Comparison comparison) {
    return tallies
        .where(col("questionId").isNotNull())
        .flatMap(new BlindSpots(comparison), RecordEncoder.of(BlindSpot.class));
  }

  private static List<Side> sides(Jury jury) {
    List<Side> sides = new ArrayList<>();
    for (String definition : List.of(Jury.FLAGGED_GATE, Jury.FLAGGED_ANY)) {
      for (Pair pair : jury.pairs()) {
        Reading a = jury.reading(pair.a(), definition);
        Reading b = jury.reading(pair.b(), definition);
        sides.add(new Side(pair, definition, a, b));
        sides.add(new Side(new Pair(pair.b(), pair.a()), definition, b, a));
      }
    }
    return sides;
  }

  @Override
  public Iterator<BlindSpot> call(Tally ballot) {
    List<BlindSpot> spots = new ArrayList<>();
    for (Side side : sides) {
      if (isBlind(side, ballot.codes())) {
        spots.add(spot(side, ballot));
      }
    }
    return spots.iterator();
  }

  private static boolean isBlind(Side side, List<Long> codes) {
    return side.pair().judged(codes)
        && side.flagging().of(codes.get(side.pair().a())) == Reading.FAIL
        && side.passing().of(codes.get(side.pair().b())) == Reading.PASS;
  }

  private BlindSpot spot(Side side, Tally ballot) {
    return new BlindSpot(
        comparisonId,
        side.definition().substring(Jury.FLAGGED.length()),
        ballot.questionId(),
        jury.auditors().get(side.pair().a()),
        jury.auditors().get(side.pair().b()),
        fired.computeIfAbsent(
            new Fired(side.definition(), ballot.codes().get(side.pair().a())), this::criteria));
  }

  private List<String> criteria(Fired of) {
    Slots slots = jury.slots();
    long failed = of.code() & ~Slots.passed(of.code());
    Stream<String> gate = slots.gate().stream().filter(c -> (failed & slots.gateBit(c)) != 0);
    Stream<String> soft = slots.soft().stream().filter(c -> (failed & slots.softBit(c)) != 0);
    return (of.definition().equals(Jury.FLAGGED_GATE) ? gate : Stream.concat(gate, soft))
        .sorted()
        .distinct()
        .toList();
  }
}
