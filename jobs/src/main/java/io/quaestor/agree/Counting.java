package io.quaestor.agree;

import io.quaestor.agree.Ballots.Slip;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/**
 * Counts the slips of one partition, in which those of a question follow one another. A verdict
 * counts when it is its auditor's latest; of verdicts of the same microsecond the one with the
 * greatest code does, so that the order of storage does not matter. Heap is bounded: many different
 * counts are given out in parts.
 */
final class Counting implements Iterator<Tally> {
  private static final int MOST_KINDS = 50_000;

  private final Iterator<Slip> slips;
  private final long judgedBits;
  private final long[] times;
  private final Long[] codes;
  private final Map<Kind, long[]> places = new HashMap<>();
  private final Map<Kind, long[]> documents = new HashMap<>();
  private final Deque<Tally> ready = new ArrayDeque<>();
  private Slip next;

  /** Begins with a partition; {@code judgedBits} are those of {@link Slots#judged()}. */
  record Start(int auditors, long judgedBits) implements MapPartitionsFunction<Slip, Tally> {
    @Override
    public Iterator<Tally> call(Iterator<Slip> slips) {
      return new Counting(slips, this);
    }
  }

  private record Kind(long number, List<Long> codes) {}

  private Counting(Iterator<Slip> slips, Start start) {
    this.slips = slips;
    this.judgedBits = start.judgedBits();
    this.times = new long[start.auditors()];
    this.codes = new Long[start.auditors()];
    advance();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next != null) {
      question();
      if (next == null || places.size() + documents.size() > MOST_KINDS) {
        giveOut();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Tally next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void advance() {
    next = slips.hasNext() ? slips.next() : null;
  }

  /** Reads the slips of one question. */
  private void question() {
    Arrays.fill(times, Long.MIN_VALUE);
    Arrays.fill(codes, Slots.NOT_JUDGED);
    Slip first = next;
    Slip question = null;
    boolean judged = false;
    while (first.sameQuestion(next)) {
      if (next.who() == Slip.QUESTION) {
        question = question == null || next.first() > question.first() ? next : question;
      } else {
        verdict((int) next.who(), next.first(), next.second());
        judged = true;
      }
      advance();
    }
    if (question != null && judged) {
      count(question, List.of(codes));
    }
  }

  private void verdict(int who, long time, long code) {
    boolean isFirst = codes[who] == Slots.NOT_JUDGED;
    if (isFirst || time > times[who] || time == times[who] && code > codes[who]) {
      times[who] = time;
      codes[who] = code;
    }
  }

  /** Those with a fail are listed one by one, the many others are counted. */
  private void count(Slip question, List<Long> verdicts) {
    long place = question.first();
    long document = question.second();
    long digest1 = digest(question.key1(), place, document, verdicts);
    long digest2 = digest(question.key2(), place, document, verdicts);
    if (anyFailed(verdicts)) {
      ready.add(new Tally(place, document, question.questionId(), verdicts, 1, digest1, digest2));
      return;
    }
    long[] counts = places.computeIfAbsent(new Kind(place, verdicts), kind -> new long[3]);
    counts[0]++;
    counts[1] ^= digest1;
    counts[2] ^= digest2;
    documents.computeIfAbsent(new Kind(document, verdicts), kind -> new long[1])[0]++;
  }

  private boolean anyFailed(List<Long> verdicts) {
    for (long code : verdicts) {
      if ((code & ~Slots.passed(code) & judgedBits) != 0) {
        return true;
      }
    }
    return false;
  }

  private void giveOut() {
    places.forEach(
        (kind, n) -> ready.add(new Tally(kind.number, null, null, kind.codes, n[0], n[1], n[2])));
    documents.forEach(
        (kind, n) -> ready.add(new Tally(null, kind.number, null, kind.codes, n[0], 0, 0)));
    places.clear();
    documents.clear();
  }

  private static long digest(long key, long place, long document, List<Long> verdicts) {
    long digest = mix(mix(key, place), document);
    for (long code : verdicts) {
      digest = mix(digest, code);
    }
    return digest;
  }

  /** With the multipliers and shifts of MurmurHash3's finaliser (Appleby 2011). */
  private static long mix(long digest, long value) {
    long mixed = (digest ^ value) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
