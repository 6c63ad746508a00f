package io.quaestor.lease;

import java.io.Serializable;
import java.util.Map;

/**
 * The driver's answer to a {@link Report}.
 *
 * @param shares class of models to the share of its budget that is the caller's, 0 to 1
 * @param validMs how long the shares hold from the moment of the report, milliseconds
 * @param closedMs class of models to how long nobody may send, milliseconds
 * @param money granted in addition, in {@link Pico} dollars
 * @param moneyGone whether the budget cannot pay for what is wanted any more
 */
public record Grant(
    Map<String, Double> shares,
    long validMs,
    Map<String, Long> closedMs,
    long money,
    boolean moneyGone)
    implements Serializable {}
