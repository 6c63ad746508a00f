package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TestHelp {

  @Test
  void everyCommandTellsWhatItDoesAndTakes() {
    Set<String> names = new TreeSet<>(Main.commandLine().getSubcommands().keySet());
    assertTrue(names.contains("bench"), names::toString);
    names.forEach(TestHelp::tells);
  }

  private static void tells(String name) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
    assertEquals(0, line.execute(name, "--help"), name);
    assertTrue(out.toString().contains("Usage: quaestor " + name), out::toString);
  }
}
