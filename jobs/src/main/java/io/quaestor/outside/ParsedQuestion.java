package io.quaestor.outside;

import io.quaestor.tables.Question;
import java.util.List;
import java.util.Map;

/**
 * A row of a file of questions.
 *
 * @param question null when there are problems
 * @param cells as they stand in the file
 * @param readable whether the row could be read at all
 */
public record ParsedQuestion(
    String file,
    long number,
    String questionId,
    Question question,
    List<Problem> problems,
    Map<String, String> cells,
    boolean readable) {}
