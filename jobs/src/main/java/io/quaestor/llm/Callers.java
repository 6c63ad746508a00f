package io.quaestor.llm;

import java.util.HashMap;
import java.util.Map;

/**
 * The callers of this JVM: one per run, made when its first partition arrives here, and kept until
 * another run's arrives while it is idle. So the window, the limits and the connections are common
 * to all partitions of a run that one executor works on.
 */
final class Callers {
  private static final Map<CallSetup, Lease> LEASES = new HashMap<>();

  private Callers() {}

  /** Each call needs one {@link #release}. */
  static Caller lease(CallSetup setup, Outside outside) {
    synchronized (LEASES) {
      LEASES.entrySet().removeIf(e -> !e.getKey().equals(setup) && e.getValue().closeIfIdle());
      Lease lease = LEASES.computeIfAbsent(setup, s -> new Lease(new Caller(s, outside)));
      lease.holders++;
      return lease.caller;
    }
  }

  static void release(CallSetup setup) {
    synchronized (LEASES) {
      LEASES.get(setup).holders--;
    }
  }

  private static final class Lease {
    private final Caller caller;
    private int holders;

    Lease(Caller caller) {
      this.caller = caller;
    }

    boolean closeIfIdle() {
      return holders == 0 && caller.closeIfIdle();
    }
  }
}
