package io.quaestor.generate.batch;

import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import java.io.Serializable;

/**
 * One ask for a row, and what its reply makes of the row; pure, runs on executors.
 *
 * @param <W> the row before
 * @param <R> the row after
 */
public interface Exchange<W, R> extends Serializable {

  /**
   * @param attempt 0 for the first try; each further one is an ask of its own
   * @return null when this row needs none
   */
  Ask ask(W row, int attempt);

  /**
   * @param reply null when nothing was asked
   * @param attempts asks made for the row, this one included
   */
  R read(W row, Reply reply, int attempts);

  Class<R> result();
}
