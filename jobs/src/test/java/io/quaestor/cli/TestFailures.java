package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quaestor.JobException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TestFailures {
  @Test
  void aFullDiskIsSaidInAnyWrapping() {
    Exception stage =
        new RuntimeException(
            "Job aborted due to stage failure:\njava.io.IOException: No space left on device\n at x");
    JobException shown = Failures.of(new RuntimeException("[TASK_WRITE_FAILED]", stage));
    assertEquals("not_writable", shown.code());
    assertEquals(2, shown.exitCode().value());
    assertEquals(
        "A file of the warehouse or a temporary one could not be written: No space left on device",
        shown.getMessage());
  }

  @Test
  void aJobsOwnFailureIsFoundUnderOthers() {
    JobException own = JobException.input("bad", "It is bad", "mend it");
    assertSame(own, Failures.of(new RuntimeException(new IOException(own))));
  }

  @Test
  void anythingElseIsInternalAndSaysItsFirstLine() {
    JobException shown = Failures.of(new IllegalStateException("one\ntwo"));
    assertEquals("internal", shown.code());
    assertEquals("IllegalStateException: one", shown.getMessage());
    assertEquals(1, shown.exitCode().value());
  }
}
