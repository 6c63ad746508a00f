package io.quaestor.agree;

import java.util.List;

/**
 * What a pair of auditors has in common.
 *
 * @param judged questions both judged, scored or not
 * @param gateA criteria A gates on, sorted; the others likewise
 * @param mark order-independent digest of the verdicts compared
 */
public record Scope(
    String auditorA,
    String auditorB,
    long judged,
    List<String> gateA,
    List<String> softA,
    List<String> gateB,
    List<String> softB,
    String mark) {}
