package io.quaestor.lease;

import java.io.Serializable;
import java.util.Map;

/**
 * What a caller tells the driver, a few times a second.
 *
 * @param runId the job run
 * @param member unique among all callers that ever were
 * @param executorId Spark's id of the process
 * @param needs class of models to what this caller needs of its budget
 * @param money what it needs of the run's budget
 * @param counts what it has done so far, in this run
 * @param leaving whether it will send nothing more
 */
public record Report(
    String runId,
    String member,
    String executorId,
    Map<String, Need> needs,
    Money money,
    Counts counts,
    boolean leaving)
    implements Serializable {

  /**
   * @param used share of the class's whole budget used since the last report, 0 to 1
   * @param starved whether calls waited for more
   * @param closedMs how long the class is to stay closed for everybody, milliseconds; 0 for not
   */
  public record Need(double used, boolean starved, long closedMs) implements Serializable {}

  /**
   * Money, in {@link Pico} dollars.
   *
   * @param spent since the run began
   * @param held granted, and neither spent nor returned
   * @param returned of what was granted before
   * @param wanted for calls that wait for it; 0 for none
   * @param needed for the first of them; less than that is of no use
   * @param inFlight whether calls are under way, some of whose money may come back
   */
  public record Money(
      long spent, long held, long returned, long wanted, long needed, boolean inFlight)
      implements Serializable {}

  /**
   * @param answered asks that ended with an answer
   * @param failed asks that ended without
   * @param waitingFor what most calls wait for, such as {@code requests of mistral/large}; null for
   *     nothing
   */
  public record Counts(long answered, long failed, int inFlight, String waitingFor)
      implements Serializable {}
}
