package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;

/** Has each candidate that came reviewed on its own, unless reviews are skipped. */
record Reviewing(Step step, CandidatesConf conf) implements Exchange<Written, Reviewed> {

  @Override
  public Ask ask(Written written, int attempt) {
    if (conf.skipReview() || CourseSet.of(written.answer()).items().isEmpty()) {
      return null;
    }
    BatchWork work = written.place().work();
    return step.ask(
        work.batch(),
        written.place().asked(),
        Requested.review("self-review", work, conf.grade(), written.answer()));
  }

  @Override
  public Reviewed read(Written written, Reply reply, int attempts) {
    Place place = written.place();
    return new Reviewed(
        place.work(), Entrant.of(place.index(), written.answer(), Answer.of(reply)));
  }

  @Override
  public Class<Reviewed> result() {
    return Reviewed.class;
  }
}
