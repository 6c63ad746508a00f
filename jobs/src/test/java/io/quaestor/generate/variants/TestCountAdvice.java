package io.quaestor.generate.variants;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.ConfHome;
import io.quaestor.conf.VariantsConf;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCountAdvice {
  private static final VariantsConf CONF =
      (VariantsConf)
          ConfHome.load(
                  Path.of(System.getProperty("quaestor.root"), "conf"),
                  null,
                  List.of(),
                  name -> null)
              .pipeline("variants");

  @Test
  void eachRangeHasItsAdvice() {
    assertTrue(advice(1).contains("used as it is"), advice(1));
    for (int count : List.of(2, 3)) {
      assertTrue(advice(count).contains("usual"), advice(count));
    }
    for (int count : List.of(4, 8)) {
      assertTrue(advice(count).contains("to explore"), advice(count));
    }
  }

  @Test
  void onlyBeyondEightIsThereAWarning() {
    assertFalse(advice(8).startsWith("Warning"), advice(8));
    assertTrue(advice(9).startsWith("Warning: 9 variants are much to review"), advice(9));
  }

  private static String advice(int count) {
    return CountAdvice.of(count, CONF);
  }
}
