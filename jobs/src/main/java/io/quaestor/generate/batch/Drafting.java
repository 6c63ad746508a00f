package io.quaestor.generate.batch;

import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Asks for a batch of questions and checks what comes.
 *
 * @param task its name in the request
 */
public record Drafting(Step step, String task, Check check)
    implements Exchange<BatchWork, GeneratedBatch> {

  @Override
  public Ask ask(BatchWork work, int attempt) {
    return step.ask(
        work.batch(),
        Step.Subject.of(work.batch()).again(attempt),
        Map.of(
            "passages",
            Fence.passages(work.chunks()),
            "request",
            Fence.json(Requests.seeded(task, work, work.batch().count()))));
  }

  @Override
  public GeneratedBatch read(BatchWork work, Reply reply, int attempts) {
    List<DraftQuestion> drafts = reply.ok() ? Drafts.questions(reply.json()) : List.of();
    String failure = failure(reply, drafts);
    int asked = work.batch().count();
    return new GeneratedBatch(
        work,
        reply.askId(),
        reply.modelReported(),
        failure,
        attempts,
        failure == null
            ? Checks.drafts(work, drafts, check)
            : IntStream.range(0, asked).mapToObj(slot -> Checks.missing(slot, failure)).toList(),
        Math.max(0, drafts.size() - asked),
        reply.answeredAt());
  }

  @Override
  public Class<GeneratedBatch> result() {
    return GeneratedBatch.class;
  }

  private static String failure(Reply reply, List<DraftQuestion> drafts) {
    if (!reply.ok()) {
      return "call_" + reply.status();
    }
    return drafts.isEmpty() ? "no_questions" : null;
  }
}
