package io.quaestor.bench;

/**
 * One run as measured.
 *
 * @param wallNanos from the first to the last, starting and ending included
 * @param cpuNanos of this whole process in that time
 * @param steadyCpuNanos of one call, without the first and the last tenth; NaN when not known
 * @param steadyNanos as the server saw it, see {@link ServerStats}
 */
record Measured(
    long asks,
    long wallNanos,
    long cpuNanos,
    double steadyCpuNanos,
    long steadyRequests,
    long steadyNanos) {
  private static final double NANOS_PER_MS = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  /** Share of the window that was in use over the whole run: 1 is the best there can be. */
  double whole(double latencyMs, int window) {
    return efficiency(asks, wallNanos, latencyMs, window);
  }

  /** The same without the first and the last tenth of the requests. */
  double steady(double latencyMs, int window) {
    return efficiency(steadyRequests, steadyNanos, latencyMs, window);
  }

  /** Of one call, without what starting and ending the run takes. */
  double steadyCpuMicros() {
    return steadyCpuNanos / NANOS_PER_MICRO;
  }

  /** Of one call, the whole run divided by its calls. */
  double cpuMicros() {
    return cpuNanos / NANOS_PER_MICRO / asks;
  }

  private static double efficiency(long requests, long nanos, double latencyMs, int window) {
    return requests * latencyMs * NANOS_PER_MS / window / nanos;
  }
}
