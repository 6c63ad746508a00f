package io.quaestor.udfs.sql;

import io.quaestor.udfs.gate.Decision;
import io.quaestor.udfs.gate.Gate;
import io.quaestor.udfs.gate.Labels;
import io.quaestor.udfs.gate.Outcome;
import io.quaestor.udfs.gate.Remediation;
import io.quaestor.udfs.gate.Suggestions;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What an audit comes to. */
public final class GateFunctions {
  private GateFunctions() {}

  /** {@link Gate#decide}. */
  @SqlFunction(
      usage =
          "pass when every criterion is true, fail when all have a verdict and one is false, else"
              + " unscored, with the reason and the criteria behind it.",
      arguments = {
        "criteria - names of the gate's criteria",
        "verdicts - criterion to verdict; others than the gate's are ignored"
      },
      examples = {
        @Example(
            sql = "gate_decision(array('clear'), map('clear', true))",
            result = "{\"outcome\":\"pass\",\"reason\":null,\"failed\":[],\"missing\":[]}"),
        @Example(
            sql = "gate_decision(array('clear', 'correct'), map('clear', false)).outcome",
            result = "unscored")
      })
  public static Decision gateDecision(List<String> criteria, Map<String, Boolean> verdicts) {
    return Gate.decide(criteria, verdicts);
  }

  /** {@link Remediation#apply}; null for null labels, unchanged for an unknown outcome. */
  @SqlFunction(
      usage =
          "The labels a question has after its audit: the current ones, save that on a pass what"
              + " the auditor may remediate follows its suggestions. NULL for NULL labels.",
      arguments = {
        "outcome - pass, fail or unscored",
        "remediates - what the auditor may change: difficulty, acceptable_variations",
        "labels - struct<difficulty, acceptable_variations>",
        "suggestions - struct<difficulty, invalid_variations>; NULL for none"
      },
      examples =
          @Example(
              sql =
                  "remediated_labels('pass', array('difficulty'), named_struct('difficulty',"
                      + " 'beginner', 'acceptable_variations', array('a')),"
                      + " named_struct('difficulty', 'hard', 'invalid_variations', array('a')))",
              result = "{\"difficulty\":\"advanced\",\"acceptable_variations\":[\"a\"]}"))
  public static Labels remediatedLabels(
      String outcome, List<String> remediates, Labels labels, Suggestions suggestions) {
    boolean passed = Outcome.PASS.wire().equals(outcome);
    return labels == null || remediates == null || !passed
        ? labels
        : Remediation.apply(Outcome.PASS, new HashSet<>(remediates), labels, suggestions);
  }
}
