package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;

import io.quaestor.conf.Conf;
import io.quaestor.lake.RecordEncoder;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Puts asks in the order in which they make best use of a provider's prompt cache: of those that
 * share a prefix the first goes out early, the others when it has had time to fill the cache.
 */
final class WarmFirst {
  /** Asks between the first of a prefix and the next, and the most that are held back. */
  private static final int APART = 512;

  /** With fewer prefixes per task than this, tasks would be uneven. */
  private static final int SPREAD = 8;

  private WarmFirst() {}

  /**
   * The asks in as many partitions as there are tasks. Nothing is moved where no model asked
   * charges less for what it has cached.
   *
   * @param loads what the asks come to
   */
  static Dataset<Ask> order(Dataset<Ask> asks, List<Load> loads, int tasks, Conf conf) {
    Set<String> caching = new HashSet<>();
    long prefixes = 0;
    for (Load load : loads) {
      if (load.prefixes() > 0 && conf.models().get(load.model()).accepts().promptCache()) {
        caching.add(load.model());
        prefixes += load.prefixes();
      }
    }
    if (prefixes == 0) {
      return spread(asks, tasks);
    }
    Dataset<Ask> placed =
        prefixes < (long) SPREAD * tasks
            ? spread(asks, tasks)
            : asks.repartition(tasks, col("model"), col("prefix"));
    return placed
        .sortWithinPartitions("model", "prefix", "askId")
        .mapPartitions(new Apart(caching), RecordEncoder.of(Ask.class));
  }

  private static Dataset<Ask> spread(Dataset<Ask> asks, int tasks) {
    return asks.rdd().getNumPartitions() < tasks ? asks.repartition(tasks) : asks.coalesce(tasks);
  }

  private record Apart(Set<String> caching)
      implements MapPartitionsFunction<Ask, Ask>, Serializable {
    @Override
    public Iterator<Ask> call(Iterator<Ask> sorted) {
      return new Order(sorted, caching);
    }
  }

  /** Firsts as they come, the others of up to {@link #APART} asks after them. */
  static final class Order implements Iterator<Ask> {
    private final Iterator<Ask> sorted;
    private final Set<String> caching;
    private final Deque<Ask> ready = new ArrayDeque<>();
    private final Deque<Ask> heldBack = new ArrayDeque<>();
    private Ask last;

    Order(Iterator<Ask> sorted, Set<String> caching) {
      this.sorted = sorted;
      this.caching = caching;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && sorted.hasNext()) {
        Ask ask = sorted.next();
        boolean follows = follows(ask);
        last = ask;
        (follows ? heldBack : ready).add(ask);
        if (heldBack.size() >= APART) {
          ready.addAll(heldBack);
          heldBack.clear();
        }
      }
      if (ready.isEmpty()) {
        ready.addAll(heldBack);
        heldBack.clear();
      }
      return !ready.isEmpty();
    }

    private boolean follows(Ask ask) {
      return last != null
          && !ask.prefix().isEmpty()
          && caching.contains(ask.model())
          && ask.model().equals(last.model())
          && ask.prefix().equals(last.prefix());
    }

    @Override
    public Ask next() {
      if (!hasNext()) {
        throw new NoSuchElementException("All asks have been given");
      }
      return ready.poll();
    }
  }
}
