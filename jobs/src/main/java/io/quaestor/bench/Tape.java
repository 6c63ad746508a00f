package io.quaestor.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Counts requests and answers of one measurement. For one thread. */
final class Tape {
  private final long from;
  private final long to;
  private final Map<Long, Integer> answers = new HashMap<>();
  private long received;
  private long answered;
  private long fromNanos;
  private long toNanos;

  /**
   * @param expected how many requests there will be, 0 for unknown
   */
  Tape(long expected) {
    from = expected / 10;
    to = expected - from;
  }

  /**
   * @return the request's number, from 1
   */
  long receive(long nowNanos) {
    received++;
    if (received == from) {
      fromNanos = nowNanos;
    } else if (received == to) {
      toNanos = nowNanos;
    }
    return received;
  }

  void answer(long body) {
    answered++;
    answers.merge(body, 1, Integer::sum);
  }

  ServerStats stats() {
    boolean whole = from > 0 && received >= to;
    return new ServerStats(
        received,
        answered,
        answers.size(),
        answered - answers.size(),
        whole ? toNanos - fromNanos : 0,
        whole ? to - from : 0);
  }

  /** 64 bits of two checksums, enough to tell a few million bodies apart. */
  static long hash(byte[] body) {
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    first.update(body);
    second.update(body);
    return first.getValue() << 32 | second.getValue();
  }
}
