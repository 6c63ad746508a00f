package io.quaestor.generate.grounded;

import io.quaestor.conf.GroundedConf;
import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Origin;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Slots;
import io.quaestor.generate.batch.Step;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.Fact;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Seeds;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for one question from one claim, and decides on it. */
record Questioning(Step step, GroundedConf conf) implements Exchange<AskedClaim, ClaimOutcome> {

  @Override
  public Ask ask(AskedClaim claim, int attempt) {
    PlannedBatch batch = claim.work().batch();
    long seed = Seeds.of(batch.seed(), String.valueOf(claim.fact().ordinal())) >>> 33;
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", "claim-question");
    request.put("type", batch.type());
    request.put("difficulty", batch.difficulty());
    request.put("language", claim.work().chunks().get(0).language());
    request.put("seed", seed);
    return step.ask(
        batch,
        seed,
        claim.about().again(attempt),
        Map.of("request", Fence.json(request), "claim", Fence.claim(shown(claim.fact()))));
  }

  @Override
  public ClaimOutcome read(AskedClaim claim, Reply reply, int attempts) {
    Slots slots = new Slots(Maker.of(conf), claim.work(), Origin.of(reply));
    String batchId = claim.fact().batchId();
    if (!reply.ok()) {
      CheckedDraft missing =
          Checks.missing(claim.fact().ordinal(), "call_" + reply.status()).citing(0);
      return new ClaimOutcome(batchId, true, slots.rejected(missing));
    }
    AuditedQuestion question = Drafts.read(reply.json(), AuditedQuestion.class);
    return new ClaimOutcome(batchId, false, slot(slots, new ClaimedQuestion(claim, question)));
  }

  @Override
  public Class<ClaimOutcome> result() {
    return ClaimOutcome.class;
  }

  private Slot slot(Slots slots, ClaimedQuestion question) {
    CheckedDraft checked = question.checked(conf.minConfidence());
    return checked.sound() ? slots.accepted(checked, question.merit()) : slots.rejected(checked);
  }

  private static Map<String, Object> shown(Fact fact) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("claim_id", fact.claimId());
    shown.put("claim", fact.claim());
    shown.put("claim_type", fact.claimType());
    shown.put("evidence_span_ids", fact.evidenceSpanIds());
    shown.put("evidence_quotes", fact.quotes());
    shown.put("common_confusions", fact.confusions());
    return shown;
  }
}
