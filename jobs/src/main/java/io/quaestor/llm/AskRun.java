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
import java.util.function.Consumer;

/**
 * One ask on its way to a receipt: permit, call, outcome, and again if the rules say so. Its steps
 * follow each other on whichever thread the last one ended; none blocks.
 */
final class AskRun {
  private static final String EMPTY = "empty_answer";

  private final Caller caller;
  private final Ask ask;
  private final Model model;
  private final JsonAnswer schema;
  private final Tally tally;
  private final CompletableFuture<Receipt> done = new CompletableFuture<>();
  private long firstSent;
  private Verdict unusable;
  private Fault lastFault;
  private int reasks;

  AskRun(Caller caller, Ask ask) {
    this.caller = caller;
    this.ask = ask;
    model = caller.model(ask.model());
    schema = caller.answer(ask.schema());
    tally = new Tally(model.prices());
  }

  /** Completes exceptionally only when the reply could not be journaled. */
  CompletionStage<Receipt> start() {
    attempt();
    return done;
  }

  private void attempt() {
    step(
        () -> {
          caller.journal().check();
          if (caller.refusal() == null) {
            caller
                .limits()
                .acquire(model.limitClass(), this::inputTokens, ask.maxTokens())
                .whenComplete(this::permitted);
          } else {
            turnAway();
          }
        });
  }

  private long inputTokens() {
    String sent = schema == null ? null : schema.schema().toString();
    return TokenEstimate.of(ask, sent, model.conf());
  }

  private void permitted(Permit permit, Throwable failure) {
    step(
        () -> {
          if (failure != null) {
            throw new IllegalStateException("Limits do not fail", failure);
          }
          send(permit);
        });
  }

  private void send(Permit permit) {
    String key = caller.key(model.provider());
    if (caller.refusal() != null) {
      caller.limits().settle(permit, Usage.NONE);
      turnAway();
      return;
    }
    long sentAt = caller.outside().nanos().getAsLong();
    firstSent = tally.attempts() == 0 ? sentAt : firstSent;
    Duration time = caller.rules().callTime(elapsed());
    if (time.isNegative() || time.isZero()) {
      caller.limits().settle(permit, Usage.NONE);
      fail(lastFault);
      return;
    }
    tally.sent();
    Consumer<HttpResult> then = result -> step(() -> received(permit, sentAt, result, key));
    caller.http().send(WireRequest.of(wireAsk(), model.protocol(), key), time, then);
  }

  private WireAsk wireAsk() {
    return new WireAsk(
        ask,
        model.conf(),
        model.provider(),
        schema == null ? null : schema.schema(),
        unusable == null ? null : unusable.errorMessage());
  }

  private void received(Permit permit, long sentAt, HttpResult result, String key) {
    CallOutcome outcome =
        result instanceof HttpAnswer answer
            ? model.protocol().parse(answer)
            : new Retryable(((HttpResult.Lost) result).fault(), null);
    LocalDate today = LocalDate.ofInstant(caller.outside().clock().instant(), ZoneOffset.UTC);
    long nanos = caller.outside().nanos().getAsLong() - sentAt;
    tally.book(outcome, result, today, Duration.ofNanos(nanos).toMillis());
    settle(permit, outcome);
    decide(outcome, key);
  }

  /** A lost answer keeps its reservation: it may have been given. */
  private void settle(Permit permit, CallOutcome outcome) {
    Said said = Tally.said(outcome);
    if (said != null) {
      caller.limits().settle(permit, said.usage());
    } else if (!Tally.fault(outcome).maybeBilled()) {
      caller.limits().settle(permit, Usage.NONE);
    }
  }

  private void decide(CallOutcome outcome, String key) {
    if (outcome instanceof Answered answered) {
      judge(answered.said());
    } else if (outcome instanceof Refused refused) {
      finish(Verdict.stopped(Reply.REFUSED, refused.said(), refused.reason()));
    } else if (outcome instanceof Truncated truncated) {
      finish(Verdict.stopped(Reply.TRUNCATED, truncated.said(), truncated.reason()));
    } else if (outcome instanceof Retryable retryable) {
      retry(retryable, key);
    } else if (outcome instanceof Terminal terminal) {
      fail(without(key, terminal.fault()));
    } else if (outcome instanceof Auth auth) {
      caller.refuse(model.providerName() + " answered " + without(key, auth.fault()).words());
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

  private void retry(Retryable outcome, String key) {
    lastFault = without(key, outcome.fault());
    double chance = caller.outside().chance().getAsDouble();
    Optional<Duration> wait = caller.rules().wait(outcome, tally.attempts(), elapsed(), chance);
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

  /** The provider lets nobody in. What has been paid for is kept all the same. */
  private void turnAway() {
    if (tally.paid()) {
      fail(Fault.network(Receipt.PROVIDER_REFUSED, caller.refusal(), false));
    } else {
      done.complete(Receipt.notSent(ask.askId(), caller.refusal()));
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(caller.outside().nanos().getAsLong() - firstSent);
  }

  private void finish(Verdict verdict) {
    Reply reply = verdict.reply(ask, model, tally, caller, elapsed());
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
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }
}
