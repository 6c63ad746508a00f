package io.quaestor.llm;

import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Said;
import io.quaestor.llm.JsonAnswer.Checked;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How an ask ended. Either something was said or there is an error, or both.
 *
 * @param said null when nothing was
 */
record Verdict(String status, Said said, String json, String errorCode, String errorMessage) {

  static Verdict ok(Said said, String json) {
    return new Verdict(Reply.OK, said, json, null, null);
  }

  static Verdict stopped(String status, Said said, String reason) {
    return new Verdict(status, said, null, status, reason);
  }

  static Verdict invalid(Said said, Checked checked) {
    return new Verdict(Reply.INVALID, said, null, checked.code(), checked.problem());
  }

  static Verdict failed(Fault fault) {
    return new Verdict(Reply.FAILED, null, null, fault.code(), fault.message());
  }

  Reply reply(Ask ask, Model model, Tally tally, Caller caller, Duration total) {
    Double temperature = new WireAsk(ask, model.conf(), model.provider(), null, null).temperature();
    return new Reply(
        ask.askId(),
        model.providerName(),
        ask.model(),
        model.conf().id(),
        said == null ? null : said.model(),
        ask.purpose(),
        ask.subjectId(),
        ask.sample(),
        status,
        said == null ? null : said.text(),
        json,
        errorCode,
        errorMessage,
        tally.httpStatus(),
        tally.attempts(),
        tally.usage().input(),
        tally.usage().output(),
        tally.usage().cacheRead(),
        tally.usage().cacheWrite(),
        tally.cost(),
        tally.maybeBilled(),
        temperature,
        tally.latencyMs(),
        total.toMillis(),
        tally.requestId(),
        caller.runId(),
        caller.outside().clock().instant().truncatedTo(ChronoUnit.MICROS));
  }
}
