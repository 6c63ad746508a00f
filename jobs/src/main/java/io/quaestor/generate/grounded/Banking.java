package io.quaestor.generate.grounded;

import io.quaestor.conf.GroundedConf;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Origin;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for the claims of a batch's chunk and looks their quotes up. */
record Banking(Step step, GroundedConf conf) implements Exchange<BatchWork, FactBank> {

  @Override
  public Ask ask(BatchWork work, int attempt) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", "facts");
    request.put("min", conf.claimsMin());
    request.put("max", conf.claimsMax());
    request.put("language", work.chunks().get(0).language());
    return step.ask(
        work.batch(),
        Step.Subject.of(work.batch()).again(attempt),
        Map.of("passages", Fence.passages(work.chunks()), "request", Fence.json(request)));
  }

  @Override
  public FactBank read(BatchWork work, Reply reply, int attempts) {
    List<Claim> claims =
        reply.ok() ? Drafts.read(reply.json(), Claim.Bank.class).claims() : List.of();
    List<Fact> facts = new FactCheck(work, Origin.of(reply)).facts(claims, conf.claimsPerChunk());
    return new FactBank(
        work,
        reply.askId(),
        reply.modelReported(),
        failure(reply, claims),
        attempts,
        facts,
        reply.answeredAt());
  }

  @Override
  public Class<FactBank> result() {
    return FactBank.class;
  }

  private static String failure(Reply reply, List<Claim> claims) {
    if (!reply.ok()) {
      return "call_" + reply.status();
    }
    return claims.isEmpty() ? "no_claims" : null;
  }
}
