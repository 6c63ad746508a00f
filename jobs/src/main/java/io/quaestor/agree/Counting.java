package io.quaestor.agree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** Counts the questions of one partition once all of its parcels are read. */
final class Counting implements Iterator<Tally> {
  private final QuestionTable questions;
  private final int auditors;
  private final long judgedBits;
  private final Map<Kind, long[]> places = new HashMap<>();
  private final Map<Kind, long[]> documents = new HashMap<>();
  private final Deque<Tally> ready = new ArrayDeque<>();
  private int next;

  /** Begins with a partition. */
  record Start(List<String> auditors, Slots slots)
      implements FlatMapFunction<Iterator<Tuple2<Integer, Parcel>>, Tally> {
    @Override
    public Iterator<Tally> call(Iterator<Tuple2<Integer, Parcel>> parcels) {
      QuestionTable questions = new QuestionTable(auditors.size());
      while (parcels.hasNext()) {
        Parcel parcel = parcels.next()._2();
        List<Recoding> recodings =
            parcel.asked().stream().map(asked -> Recoding.of(asked, auditors, slots)).toList();
        Slips.read(parcel.slips(), new Into(questions, recodings));
      }
      return new Counting(questions, auditors.size(), slots.judged());
    }
  }

  private record Into(QuestionTable questions, List<Recoding> recodings) implements Slips.Reader {
    @Override
    public void verdict(long key1, long key2, int asked, long time, long code) {
      Recoding recoding = recodings.get(asked);
      questions.verdict(key1, key2, recoding.who(), time, recoding.of(code));
    }

    @Override
    public void question(long key1, long key2, long place, long document, byte[] id) {
      questions.question(key1, key2, place, document, id);
    }
  }

  private record Kind(long number, List<Long> codes) {}

  private Counting(QuestionTable questions, int auditors, long judgedBits) {
    this.questions = questions;
    this.auditors = auditors;
    this.judgedBits = judgedBits;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next < questions.size()) {
      if (questions.isJudged(next)) {
        count(next);
      }
      next++;
      if (next == questions.size()) {
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

  /** Those with a fail are listed one by one, the many others are counted. */
  private void count(int question) {
    Long[] codes = new Long[auditors];
    Arrays.setAll(codes, who -> questions.code(question, who));
    List<Long> verdicts = Arrays.asList(codes);
    long place = questions.place(question);
    long document = questions.document(question);
    long digest1 = digest(questions.key1(question), place, document, verdicts);
    long digest2 = digest(questions.key2(question), place, document, verdicts);
    if (anyFailed(verdicts)) {
      String id = new String(questions.id(question), StandardCharsets.UTF_8);
      ready.add(new Tally(place, document, id, verdicts, 1, digest1, digest2));
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
