package io.quaestor.generate.variants;

import io.quaestor.generate.batch.Drafting;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Requests;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import java.util.Map;

/**
 * Asks for variants of a parent; what comes is checked like any other draft.
 *
 * @param parent the parent as it stands in the prompt
 * @param notes empty for none
 */
record Varying(Drafting drafting, String parent, String notes)
    implements Exchange<BatchWork, GeneratedBatch> {

  @Override
  public Ask ask(BatchWork work, int attempt) {
    Map<String, Object> request = Requests.seeded(drafting.task(), work, work.batch().count());
    request.put("notes", notes);
    return drafting
        .step()
        .ask(
            work.batch(),
            Step.Subject.of(work.batch()).again(attempt),
            Map.of(
                "passages", Fence.passages(work.chunks()),
                "request", Fence.json(request),
                "questions", parent));
  }

  @Override
  public GeneratedBatch read(BatchWork work, Reply reply, int attempts) {
    return drafting.read(work, reply, attempts);
  }

  @Override
  public Class<GeneratedBatch> result() {
    return GeneratedBatch.class;
  }
}
