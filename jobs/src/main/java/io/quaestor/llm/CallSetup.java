package io.quaestor.llm;

import io.quaestor.conf.Conf;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * What executors need to know to make the calls of one run.
 *
 * @param schemas name to the text of a JSON schema
 * @param warehouse directory or URI; the journal lies under it
 * @param hadoop settings of the file systems
 * @param runId the job run the calls belong to
 * @param terms what the run is held to
 */
public record CallSetup(
    Conf conf,
    Map<String, String> schemas,
    String warehouse,
    Map<String, String> hadoop,
    String runId,
    Terms terms)
    implements Serializable {

  /**
   * What a run is held to.
   *
   * @param fixedShare each executor's share of every limit where the driver cannot be asked
   * @param budgeted whether money must be granted before a call
   * @param deadline nothing is sent from then on; null for none
   */
  public record Terms(double fixedShare, boolean budgeted, Instant deadline)
      implements Serializable {
    /** No budget, no deadline, all of the limits. */
    public static final Terms NONE = new Terms(1, false, null);
  }

  public CallSetup {
    schemas = Map.copyOf(schemas);
    hadoop = Map.copyOf(hadoop);
  }

  /** Says little, since settings of file systems can hold secrets. */
  @Override
  public String toString() {
    return "CallSetup[" + runId + "]";
  }
}
