package io.quaestor.audit.calibrate;

import java.util.List;

/**
 * How many items with one kind of defect got the same votes by a criterion. Public because the code
 * that Spark generates makes it.
 *
 * @param defect null for untouched items
 */
public record VotePattern(String criterion, String defect, List<Ballot> ballots, long items) {

  /**
   * One auditor's vote.
   *
   * @param holds null when it does not say
   */
  public record Ballot(String auditor, Boolean holds) {}
}
