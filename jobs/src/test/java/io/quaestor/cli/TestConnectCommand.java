package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TestConnectCommand {

  @Test
  void anAddressThatOthersReachWantsATokenBeforeAnythingStarts() {
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine().setErr(new PrintWriter(err)).execute("connect", "--host", "0.0.0.0");
    assertEquals(2, exitCode);
    assertTrue(
        err.toString()
            .startsWith(
                "quaestor: 0.0.0.0 can be reached from other machines, and there is no token\n"
                    + "  -> export SPARK_CONNECT_AUTHENTICATE_TOKEN="),
        err::toString);
  }
}
