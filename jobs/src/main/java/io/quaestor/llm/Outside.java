package io.quaestor.llm;

import io.quaestor.lease.Link;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleFunction;
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
 * @param link the way to the driver, for an executor that has this share where there is none
 */
record Outside(
    InstantSource clock,
    LongSupplier nanos,
    DoubleSupplier chance,
    Function<String, String> env,
    Later later,
    DoubleFunction<Link> link) {

  static Outside system() {
    return new Outside(
        InstantSource.system(),
        System::nanoTime,
        () -> ThreadLocalRandom.current().nextDouble(),
        System::getenv,
        Later.system(),
        Link::open);
  }
}
