package io.quaestor.bench;

import java.util.List;

/**
 * Many asks through the ledger, and the same asks again.
 *
 * @param perSecond asks over the whole first run
 * @param heaps after each tenth, in order
 * @param againMs wall time of the second run, which finds everything answered
 * @param againCalls calls the second run made: none
 */
public record BulkResult(
    long asks,
    int window,
    double perSecond,
    long wallMs,
    long cpuMicrosPerCall,
    List<Heap> heaps,
    long againMs,
    long againCalls) {

  /**
   * Live objects at a moment.
   *
   * @param answered asks answered until then
   * @param usedMb heap in use after a collection, MiB
   */
  public record Heap(long answered, long usedMb) {}
}
