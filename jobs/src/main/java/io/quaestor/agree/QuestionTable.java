package io.quaestor.agree;

import java.util.Arrays;

/**
 * Questions of one partition with the latest verdict of each auditor, in arrays of numbers. Of
 * verdicts of the same microsecond the one with the greatest code counts, so that the order of
 * storage does not matter.
 */
final class QuestionTable {
  private static final int FIRST_SIZE = 1 << 12;

  private final long[][] times;
  private final long[][] codes;
  private int size;
  private long[] keys1 = new long[FIRST_SIZE];
  private long[] keys2 = new long[FIRST_SIZE];
  private long[] places = new long[FIRST_SIZE];
  private long[] documents = new long[FIRST_SIZE];
  private byte[][] ids = new byte[FIRST_SIZE][];

  /** Entry + 1 by hash, 0 where none; twice to four times as long as there are entries. */
  private int[] index = new int[4 * FIRST_SIZE];

  QuestionTable(int auditors) {
    times = new long[auditors][FIRST_SIZE];
    codes = new long[auditors][FIRST_SIZE];
  }

  int size() {
    return size;
  }

  void verdict(long key1, long key2, int who, long time, long code) {
    int at = entry(key1, key2);
    boolean isFirst = codes[who][at] == Slots.NOT_JUDGED;
    if (isFirst || time > times[who][at] || time == times[who][at] && code > codes[who][at]) {
      times[who][at] = time;
      codes[who][at] = code;
    }
  }

  /** Of two questions with the same id and content the one with the greater place stays. */
  void question(long key1, long key2, long place, long document, byte[] id) {
    int at = entry(key1, key2);
    if (ids[at] == null || place > places[at]) {
      places[at] = place;
      documents[at] = document;
      ids[at] = id;
    }
  }

  /** Whether an entry is a question of the corpus that somebody judged. */
  boolean isJudged(int entry) {
    if (ids[entry] == null) {
      return false;
    }
    for (long[] of : codes) {
      if (of[entry] != Slots.NOT_JUDGED) {
        return true;
      }
    }
    return false;
  }

  long key1(int entry) {
    return keys1[entry];
  }

  long key2(int entry) {
    return keys2[entry];
  }

  long place(int entry) {
    return places[entry];
  }

  long document(int entry) {
    return documents[entry];
  }

  byte[] id(int entry) {
    return ids[entry];
  }

  /** The code of an auditor's latest verdict, {@link Slots#NOT_JUDGED} without one. */
  long code(int entry, int who) {
    return codes[who][entry];
  }

  private int entry(long key1, long key2) {
    int at = first(key1);
    while (index[at] != 0) {
      int entry = index[at] - 1;
      if (keys1[entry] == key1 && keys2[entry] == key2) {
        return entry;
      }
      at = at + 1 & index.length - 1;
    }
    if (size == keys1.length) {
      grow();
      return entry(key1, key2);
    }
    keys1[size] = key1;
    keys2[size] = key2;
    for (long[] of : codes) {
      of[size] = Slots.NOT_JUDGED;
    }
    index[at] = size + 1;
    return size++;
  }

  /** The lower bits chose the partition: the upper ones are as good as new. */
  private int first(long key1) {
    return (int) (key1 >>> 32) & index.length - 1;
  }

  private void grow() {
    int more = 2 * size;
    keys1 = Arrays.copyOf(keys1, more);
    keys2 = Arrays.copyOf(keys2, more);
    places = Arrays.copyOf(places, more);
    documents = Arrays.copyOf(documents, more);
    ids = Arrays.copyOf(ids, more);
    for (int who = 0; who < codes.length; who++) {
      times[who] = Arrays.copyOf(times[who], more);
      codes[who] = Arrays.copyOf(codes[who], more);
    }
    index = new int[4 * more];
    for (int entry = 0; entry < size; entry++) {
      int at = first(keys1[entry]);
      while (index[at] != 0) {
        at = at + 1 & index.length - 1;
      }
      index[at] = entry + 1;
    }
  }
}
