package io.quaestor.llm;

import io.quaestor.llm.CallOutcome.Answered;
import io.quaestor.llm.CallOutcome.Auth;
import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Refused;
import io.quaestor.llm.CallOutcome.Retryable;
import io.quaestor.llm.CallOutcome.Said;
import io.quaestor.llm.CallOutcome.Terminal;
import io.quaestor.llm.CallOutcome.Truncated;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The books of one ask, over all its attempts. Not thread-safe: attempts follow each other. */
final class Tally {
  private final Prices prices;
  private Usage usage = Usage.NONE;
  private BigDecimal cost = BigDecimal.ZERO;
  private int attempts;
  private int maybeBilled;
  private Integer httpStatus;
  private String requestId;
  private long latencyMs;

  Tally(Prices prices) {
    this.prices = prices;
  }

  void sent() {
    attempts++;
  }

  void book(CallOutcome outcome, HttpResult result, LocalDate day, long latencyMs) {
    this.latencyMs = latencyMs;
    Said said = said(outcome);
    Fault fault = fault(outcome);
    httpStatus =
        result instanceof HttpAnswer answer ? Integer.valueOf(answer.status()) : fault.httpStatus();
    requestId = said == null ? fault.requestId() : said.requestId();
    if (said != null) {
      usage = usage.plus(said.usage());
      cost = cost.add(prices.cost(said.usage(), day));
    } else if (fault.maybeBilled()) {
      maybeBilled++;
    }
  }

  /** What the model said, null when it said nothing. */
  static Said said(CallOutcome outcome) {
    if (outcome instanceof Answered answered) {
      return answered.said();
    }
    if (outcome instanceof Refused refused) {
      return refused.said();
    }
    return outcome instanceof Truncated truncated ? truncated.said() : null;
  }

  /** What went wrong on the way, null when the model said something. */
  static Fault fault(CallOutcome outcome) {
    if (outcome instanceof Retryable retryable) {
      return retryable.fault();
    }
    if (outcome instanceof Terminal terminal) {
      return terminal.fault();
    }
    return outcome instanceof Auth auth ? auth.fault() : null;
  }

  /** Whether somebody has paid, or may have. */
  boolean paid() {
    return maybeBilled > 0 || !usage.equals(Usage.NONE);
  }

  int attempts() {
    return attempts;
  }

  int maybeBilled() {
    return maybeBilled;
  }

  Usage usage() {
    return usage;
  }

  BigDecimal cost() {
    return cost;
  }

  Integer httpStatus() {
    return httpStatus;
  }

  String requestId() {
    return requestId;
  }

  long latencyMs() {
    return latencyMs;
  }
}
