package io.quaestor.llm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Which prefixes the provider has in its prompt cache, as far as this process knows. One call fills
 * the cache before others with the same prefix are sent. Thread-safe.
 */
final class Warmth {
  /** Providers forget what has not been used for five minutes. */
  private static final long LASTS = Duration.ofMinutes(4).toNanos();

  private static final int MOST = 20_000;

  private final Map<Long, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Entry> eldest) {
          return size() > MOST;
        }
      };

  private static final class Entry {
    private final CompletableFuture<Void> filled = new CompletableFuture<>();
    private long usedAt;
  }

  /**
   * A call's part: to fill the cache, or to wait.
   *
   * @param first whether nobody fills it yet; then {@code filled} is for the caller to complete
   */
  record Part(boolean first, CompletableFuture<Void> filled) {}

  synchronized Part enter(String model, String prefix, long now) {
    long key = ((long) prefix.hashCode() << 32) ^ (31L * model.hashCode() + prefix.length());
    Entry entry = entries.get(key);
    boolean first = entry == null || now - entry.usedAt > LASTS;
    if (first) {
      entry = new Entry();
      entries.put(key, entry);
    }
    entry.usedAt = now;
    return new Part(first, entry.filled);
  }
}
