package io.quaestor.lease;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkEnv;

/** A caller's way to the driver. Calls block for a round trip. Thread-safe. */
public interface Link {

  /**
   * @throws IOException when the driver does not answer
   */
  Grant report(Report report) throws IOException;

  /**
   * @throws IOException when the driver does not answer
   */
  Claim.Answer claim(Claim claim) throws IOException;

  /**
   * @throws IOException when the driver does not answer
   */
  void release(Claim claim) throws IOException;

  /**
   * The way from this process.
   *
   * @param fixedShare each executor's share where no plugin was loaded
   */
  static Link open(double fixedShare) {
    Link plugin = LeasePlugin.link();
    if (plugin != null) {
      return plugin;
    }
    return inDriver() ? new Direct(Coordinator.here()) : new Fixed(fixedShare);
  }

  private static boolean inDriver() {
    SparkEnv env = SparkEnv.get();
    return env == null || "driver".equals(env.executorId());
  }

  /** Driver and caller are one process. */
  record Direct(Coordinator coordinator) implements Link {
    @Override
    public Grant report(Report report) {
      return coordinator.report(report);
    }

    @Override
    public Claim.Answer claim(Claim claim) {
      return coordinator.claim(claim);
    }

    @Override
    public void release(Claim claim) {
      coordinator.release(claim);
    }
  }

  /** Nobody to ask: an even share of every limit, for good. */
  record Fixed(double share) implements Link {
    private static final long FOR_GOOD = Long.MAX_VALUE / 1_000_000 / 2;

    @Override
    public Grant report(Report report) {
      Map<String, Double> shares =
          report.needs().keySet().stream().collect(Collectors.toMap(name -> name, name -> share));
      return new Grant(shares, FOR_GOOD, Map.of(), 0, false);
    }

    /** May be begun by another task: what was kept is looked for always. */
    @Override
    public Claim.Answer claim(Claim claim) {
      return Claim.Answer.BEGUN;
    }

    @Override
    public void release(Claim claim) {}
  }
}
