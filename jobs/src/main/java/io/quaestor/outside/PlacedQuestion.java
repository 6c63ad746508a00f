package io.quaestor.outside;

import io.quaestor.tables.Question;
import java.util.List;
import java.util.Map;

/**
 * A row of a file of questions and where it ends.
 *
 * @param fate {@code imported | replaced | unchanged | rejected}
 * @param outcome null for rows that another run answers for, else {@code accepted | rejected |
 *     failed}
 * @param question null when rejected
 * @param problems empty unless rejected
 */
public record PlacedQuestion(
    String file,
    long number,
    String fate,
    String outcome,
    Question question,
    List<Problem> problems,
    Map<String, String> cells) {}
