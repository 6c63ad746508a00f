package io.quaestor.llm;

import io.quaestor.lease.Pico;
import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Said;
import io.quaestor.llm.Limits.Permit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/**
 * What one call has to be given before it is sent, money first and then a place within the limits,
 * and what it gives back. One at a time.
 */
final class Toll {
  private final Caller caller;
  private final Model model;
  private final Ask ask;
  private final JsonAnswer schema;
  private long taken;

  /**
   * @param schema null for none
   */
  Toll(Caller caller, Ask ask, JsonAnswer schema) {
    this.caller = caller;
    this.ask = ask;
    this.schema = schema;
    model = caller.model(ask.model());
  }

  /** Completes when the call may be sent; exceptionally when it never may be. */
  CompletionStage<Permit> pay(LocalDate day) {
    if (!caller.wallet().limited()) {
      return permit();
    }
    long most = mostCost(day);
    return caller
        .wallet()
        .take(most)
        .thenCompose(
            paid -> {
              taken = most;
              return permit();
            });
  }

  private CompletionStage<Permit> permit() {
    int chars = ask.system().length() + ask.prefix().length() + ask.user().length();
    chars += schema == null ? 1 : schema.wire().text().length();
    Limits.Size size = new Limits.Size(chars, this::inputTokens, ask.maxTokens());
    return caller.limits().acquire(model.limitClass(), size);
  }

  /** What a call can cost at most; estimates of input can be a quarter too low. */
  private long mostCost(LocalDate day) {
    long input = inputTokens() * 5 / 4;
    boolean cached = WireAsk.caches(model.conf(), ask);
    Usage most = new Usage(cached ? 0 : input, ask.maxTokens(), 0, cached ? input : 0);
    return Pico.of(model.prices().cost(most, day));
  }

  private long inputTokens() {
    String sent = schema == null ? null : schema.wire().text();
    return TokenEstimate.of(ask, sent, model.conf());
  }

  /**
   * Whether the provider's prompt cache is to be filled first, and by whom.
   *
   * @return null where there is none
   */
  Warmth.Part warmth() {
    long now = caller.outside().nanos().getAsLong();
    return WireAsk.caches(model.conf(), ask)
        ? caller.warmth().enter(ask.model(), ask.prefix(), now)
        : null;
  }

  /** No call was sent, with a permit or while it waited for one. */
  void notSent(Permit permit) {
    if (permit != null) {
      caller.limits().settle(permit, Limits.Ending.NOT_SENT);
    }
    settle(0);
  }

  /** A call has ended. A lost answer keeps what was reserved for it: it may have been given. */
  void settle(Permit permit, CallOutcome outcome, LocalDate day) {
    Said said = Tally.said(outcome);
    Fault fault = Tally.fault(outcome);
    boolean lost = said == null && fault.maybeBilled();
    Usage usage = said == null ? Usage.NONE : said.usage();
    boolean overloaded = said == null && Faults.overloaded(fault);
    caller.limits().settle(permit, new Limits.Ending(lost ? null : usage, overloaded));
    settle(lost ? taken : Pico.of(model.prices().cost(usage, day)));
  }

  private void settle(long cost) {
    caller.wallet().settle(taken, cost);
    taken = 0;
  }

  /** Heeds what the provider says of its limits. */
  void heed(HttpAnswer answer, Permit permit) {
    close(RateHeaders.hold(answer.headers(), permit.inputTokens()));
  }

  /** Nobody sends to this class of models for so long. */
  void close(Duration time) {
    if (!time.isZero()) {
      caller.limits().close(model.limitClass(), time);
    }
  }
}
