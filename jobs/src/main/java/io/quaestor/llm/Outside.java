package io.quaestor.llm;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What calls take from the outside world, save for the network.
 *
 * @param clock dates and times of day
 * @param nanos a ticker
 * @param chance uniform in [0, 1)
 * @param env variables of the environment, null for one that is not set
 * @param later a timer
 */
record Outside(
    InstantSource clock,
    LongSupplier nanos,
    DoubleSupplier chance,
    Function<String, String> env,
    Later later) {

  static Outside system() {
    return new Outside(
        InstantSource.system(),
        System::nanoTime,
        () -> ThreadLocalRandom.current().nextDouble(),
        System::getenv,
        Later.system());
  }
}
