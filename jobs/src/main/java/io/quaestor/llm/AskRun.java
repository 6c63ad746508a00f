package io.quaestor.llm;

import io.quaestor.llm.CallOutcome.Answered;
import io.quaestor.llm.CallOutcome.Auth;
import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Refused;
import io.quaestor.llm.CallOutcome.Retryable;
import io.quaestor.llm.CallOutcome.Said;
import io.quaestor.llm.CallOutcome.Terminal;
import io.quaestor.llm.CallOutcome.Truncated;
import io.quaestor.llm.JsonAnswer.Checked;
import io.quaestor.llm.Limits.Permit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One ask on its way to a receipt: permit, call, outcome, and again if the rules say so. Its steps
 * follow each other on whichever thread the last one ended; none blocks.
 */
final class AskRun {
  private static final String EMPTY = "empty_answer";

  private final Caller caller;
  private final Ask ask;
  private final BooleanSupplier abandoned;
  private final Model model;
  private final JsonAnswer schema;
  private final Tally tally;
  private final Toll toll;
  private final CompletableFuture<Receipt> done = new CompletableFuture<>();
  private long firstSent;
  private Verdict unusable;
  private Fault lastFault;
  private int reasks;

  /** To be completed when the provider has seen the prefix; null when others wait for nothing. */
  private CompletableFuture<Void> warming;

  /**
   * @param abandoned whether nobody waits for the answer any more: calls under way end, and no more
   *     are made
   */
  AskRun(Caller caller, Ask ask, BooleanSupplier abandoned) {
    this.caller = caller;
    this.abandoned = abandoned;
    this.ask = ask;
    model = caller.model(ask.model());
    schema = caller.answer(ask.schema());
    tally = new Tally(model.prices());
    toll = new Toll(caller, ask, schema);
  }

  /** Completes exceptionally only when the reply could not be journaled. */
  CompletionStage<Receipt> start() {
    Warmth.Part part = toll.warmth();
    if (part == null) {
      attempt();
      return done;
    }
    if (part.first()) {
      warming = part.filled();
      attempt();
      return done.whenComplete((receipt, failure) -> warming.complete(null));
    }
    return part.filled()
        .thenCompose(
            filled -> {
              attempt();
              return done;
            });
  }

  private void attempt() {
    step(
        () -> {
          caller.journal().check();
          if (stop() != null) {
            turnAway();
            return;
          }
          toll.pay(today()).whenComplete(this::permitted);
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(caller.outside().clock().instant(), ZoneOffset.UTC);
  }

  private void permitted(Permit permit, Throwable failure) {
    step(
        () -> {
          if (failure == null) {
            send(permit);
          } else if (stop() != null) {
            toll.notSent(null);
            turnAway();
          } else {
            throw new IllegalStateException("Limits do not fail", failure);
          }
        });
  }

  private void send(Permit permit) {
    String key = caller.key(model.provider());
    if (stop() != null) {
      toll.notSent(permit);
      turnAway();
      return;
    }
    long sentAt = caller.outside().nanos().getAsLong();
    firstSent = tally.attempts() == 0 ? sentAt : firstSent;
    Duration time = caller.rules().callTime(elapsed());
    if (time.isNegative() || time.isZero()) {
      toll.notSent(permit);
      fail(lastFault);
      return;
    }
    tally.sent();
    Consumer<HttpResult> then = result -> step(() -> received(permit, sentAt, result, key));
    caller.http().send(WireRequest.of(wireAsk(), model, key), time, then);
  }

  private WireAsk wireAsk() {
    return new WireAsk(
        ask,
        model.conf(),
        model.provider(),
        schema == null ? null : schema.wire(),
        unusable == null ? null : unusable.errorMessage());
  }

  private void received(Permit permit, long sentAt, HttpResult result, String key) {
    CallOutcome outcome =
        result instanceof HttpAnswer answer
            ? model.protocol().parse(answer)
            : new Retryable(((HttpResult.Lost) result).fault(), null);
    long nanos = caller.outside().nanos().getAsLong() - sentAt;
    tally.book(outcome, result, today(), Duration.ofNanos(nanos).toMillis());
    if (result instanceof HttpAnswer answer) {
      toll.heed(answer, permit);
    }
    Optional<Duration> wait =
        outcome instanceof Retryable retryable ? waitAfter(retryable) : Optional.empty();
    if (outcome instanceof Retryable retryable && Faults.throttled(retryable.fault())) {
      toll.close(wait.or(() -> Optional.ofNullable(retryable.retryAfter())).orElse(Duration.ZERO));
    }
    toll.settle(permit, outcome, today());
    decide(outcome, wait, key);
    if (warming != null) {
      warming.complete(null);
    }
  }

  private void decide(CallOutcome outcome, Optional<Duration> wait, String key) {
    if (outcome instanceof Answered answered) {
      judge(answered.said());
    } else if (outcome instanceof Refused refused) {
      finish(Verdict.stopped(Reply.REFUSED, refused.said(), refused.reason()));
    } else if (outcome instanceof Truncated truncated) {
      finish(Verdict.stopped(Reply.TRUNCATED, truncated.said(), truncated.reason()));
    } else if (outcome instanceof Retryable retryable) {
      retry(without(key, retryable.fault()), wait);
    } else if (outcome instanceof Terminal terminal) {
      fail(without(key, terminal.fault()));
    } else if (outcome instanceof Auth auth) {
      caller.stop(
          Stop.REFUSED, model.providerName() + " answered " + without(key, auth.fault()).words());
      turnAway();
    }
  }

  private static Fault without(String key, Fault fault) {
    return key == null ? fault : fault.without(key);
  }

  private void judge(Said said) {
    Checked checked = schema == null ? free(said.text()) : schema.check(said.text());
    if (checked.code() == null) {
      finish(Verdict.ok(said, checked.json()));
      return;
    }
    unusable = Verdict.invalid(said, checked);
    if (caller.rules().mayReask(reasks++, tally.attempts(), elapsed())) {
      attempt();
    } else {
      finish(unusable);
    }
  }

  private static Checked free(String text) {
    return text.isBlank()
        ? new Checked(null, EMPTY, "the answer is empty")
        : new Checked(null, null, null);
  }

  private Optional<Duration> waitAfter(Retryable outcome) {
    double chance = caller.outside().chance().getAsDouble();
    return caller.rules().wait(outcome, tally.attempts(), elapsed(), chance);
  }

  private void retry(Fault fault, Optional<Duration> wait) {
    lastFault = fault;
    if (wait.isEmpty()) {
      fail(lastFault);
    } else {
      caller.outside().later().after(wait.get().toNanos()).execute(this::attempt);
    }
  }

  /** An earlier answer, if not valid, is worth more than the fault that came after it. */
  private void fail(Fault fault) {
    finish(unusable == null ? Verdict.failed(fault) : unusable);
  }

  /** Nothing is sent any more. What has been paid for is kept all the same. */
  private void turnAway() {
    Stop stop = stop();
    if (tally.paid() && !stop.equals(Stop.ABANDONED)) {
      fail(Fault.network(stop.code(), stop.message(), false));
    } else {
      done.complete(Receipt.notSent(ask.askId(), stop));
    }
  }

  /** Null as long as calls are made. */
  private Stop stop() {
    return abandoned.getAsBoolean() ? Stop.ABANDONED : caller.stopped();
  }

  private Duration elapsed() {
    return Duration.ofNanos(caller.outside().nanos().getAsLong() - firstSent);
  }

  private void finish(Verdict verdict) {
    Reply reply = verdict.reply(ask, model, tally, caller, elapsed());
    caller.ended(!Reply.FAILED.equals(reply.status()));
    caller
        .journal()
        .append(reply)
        .whenComplete(
            (kept, failure) -> {
              if (failure == null) {
                done.complete(Receipt.of(reply));
              } else {
                done.completeExceptionally(failure);
              }
            });
  }

  /** A step that throws ends the run: a slot must never be lost. */
  private void step(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }
}
