package io.quaestor.llm;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.lease.Claim;
import io.quaestor.lease.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task's turn to make the calls of its partition. */
record Turn(Claim claim, Link link) {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final Duration POLL = Duration.ofMillis(200);

  static Turn of(TaskContext task, String runId, Link link) {
    String work = task.stageId() + "." + task.partitionId();
    return new Turn(new Claim(runId, work, task.taskAttemptId(), Caller.executor()), link);
  }

  /**
   * Waits until no other attempt makes these calls.
   *
   * @throws TaskKilledException when the task is ended meanwhile
   * @throws JobException when the driver does not answer
   */
  Claim.Answer await(TaskContext task) {
    try {
      Claim.Answer answer = link.claim(claim);
      while (answer == Claim.Answer.WAIT) {
        LockSupport.parkNanos(POLL.toNanos());
        if (task.isInterrupted()) {
          throw new TaskKilledException("another attempt makes these calls");
        }
        answer = link.claim(claim);
      }
      return answer;
    } catch (IOException e) {
      throw new JobException(
          ExitCode.INTERNAL,
          "driver_silent",
          "The driver does not answer: " + e.getMessage(),
          "run again: what was answered is kept",
          e);
    }
  }

  void end() {
    try {
      link.release(claim);
    } catch (IOException e) {
      LOG.warn("The driver does not answer; it will notice that this executor is gone", e);
    }
  }
}
