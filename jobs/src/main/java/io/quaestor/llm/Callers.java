package io.quaestor.llm;

import java.util.HashMap;
import java.util.Map;

/**
 * The callers of this JVM: one per run, made when its first partition arrives here, and closed when
 * none has been here for a while. So the window, the limits and the connections are common to all
 * partitions of a run that one executor works on.
 */
final class Callers {
  private static final Map<CallSetup, Lease> LEASES = new HashMap<>();

  private Callers() {}

  /** Each call needs one {@link #release}. */
  static Caller lease(CallSetup setup, Outside outside) {
    synchronized (LEASES) {
      Lease lease = LEASES.computeIfAbsent(setup, s -> new Lease(new Caller(s, outside)));
      lease.holders++;
      lease.times++;
      return lease.caller;
    }
  }

  /** The holder's calls have all ended. */
  static void release(CallSetup setup) {
    synchronized (LEASES) {
      Lease lease = LEASES.get(setup);
      lease.holders--;
      if (lease.holders == 0) {
        long times = lease.times;
        lease.caller.rest(() -> closeIfUnused(setup, times));
      }
    }
  }

  private static void closeIfUnused(CallSetup setup, long times) {
    synchronized (LEASES) {
      Lease lease = LEASES.get(setup);
      if (lease.times == times) {
        LEASES.remove(setup);
        lease.caller.close();
      }
    }
  }

  private static final class Lease {
    private final Caller caller;
    private int holders;
    private long times;

    Lease(Caller caller) {
      this.caller = caller;
    }
  }
}
