package io.quaestor.sim;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts while the server runs. */
final class Counters {
  private final LongAdder received = new LongAdder();
  private final Map<String, LongAdder> answered = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  void receive() {
    received.increment();
  }

  void answer(String model) {
    answered.computeIfAbsent(model, m -> new LongAdder()).increment();
  }

  /** The answer did not reach its client after all. */
  void unanswer(String model) {
    answered.get(model).decrement();
  }

  void error(String kind) {
    errors.computeIfAbsent(kind, k -> new LongAdder()).increment();
  }

  SimStats stats() {
    Map<String, Long> byModel = sums(answered);
    long total = byModel.values().stream().mapToLong(Long::longValue).sum();
    return new SimStats(received.sum(), total, byModel, sums(errors));
  }

  private static Map<String, Long> sums(Map<String, LongAdder> adders) {
    Map<String, Long> sums = new TreeMap<>();
    adders.forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums;
  }
}
