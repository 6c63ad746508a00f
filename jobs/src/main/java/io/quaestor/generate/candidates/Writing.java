package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.udfs.text.Seeds;

/** Has a candidate written in its own manner: approach, temperature and seed. */
record Writing(Step step, CandidatesConf conf) implements Exchange<Place, Written> {

  @Override
  public Ask ask(Place place, int attempt) {
    BatchWork work = place.work();
    int index = place.index();
    long seed = Seeds.of(work.batch().seed(), "candidate", String.valueOf(index)) >>> 33;
    return step.at(conf.temperature(index))
        .ask(work.batch(), seed, place.asked(), Requested.candidate(work, conf, index, seed));
  }

  @Override
  public Written read(Place place, Reply reply, int attempts) {
    return new Written(place, Answer.of(reply));
  }

  @Override
  public Class<Written> result() {
    return Written.class;
  }
}
