package io.quaestor.conf;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * List prices in US dollars per million tokens, from a date on.
 *
 * @param from first day the prices hold
 * @param promptTokensAbove the band holds for prompts longer than this many tokens; 0 for all
 * @param batchFactor what a batch call costs of a live one, such as 0.5
 */
public record PriceConf(
    LocalDate from,
    long promptTokensAbove,
    BigDecimal input,
    BigDecimal output,
    BigDecimal cacheWrite,
    BigDecimal cacheRead,
    BigDecimal batchFactor)
    implements Serializable {}
