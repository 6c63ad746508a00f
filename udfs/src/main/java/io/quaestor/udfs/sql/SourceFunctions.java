package io.quaestor.udfs.sql;

import io.quaestor.udfs.grounding.Citation;
import io.quaestor.udfs.grounding.Grounding;
import io.quaestor.udfs.plan.Sampling;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.List;

/** What questions rest on. */
public final class SourceFunctions {
  private SourceFunctions() {}

  /** {@link Grounding#score(java.util.Collection, String, List)}. */
  @SqlFunction(
      usage =
          "Verified citations / citations, 0 to 1: the span is one of the chunk's and the quote"
              + " stands in its text (see find_quote). 0 when nothing is cited.",
      arguments = {
        "span_ids - spans of the chunk; NULL for none",
        "chunk_text - NULL has no quotes",
        "citations - array<struct<span_id, quote>>; NULL for none"
      },
      examples =
          @Example(
              sql =
                  "grounding_score(array('s1', 's2'), 'Le chat dort. Il pleut.',"
                      + " array(named_struct('span_id', 's1', 'quote', 'LE CHAT  dort'),"
                      + " named_struct('span_id', 's3', 'quote', NULL)))",
              result = "0.5"))
  public static double groundingScore(
      List<String> spanIds, String chunkText, List<Citation> citations) {
    return Grounding.score(spanIds, chunkText, citations);
  }

  /** {@link Sampling#chunksPerUnit}; null when an argument is. */
  @SqlFunction(
      usage =
          "How many chunks to draw from each unit: the questions it owes and 2 to spare, at most the"
              + " cap; 0 without units. NULL for a NULL argument.",
      arguments = {
        "target - questions wanted in all",
        "units - to draw from",
        "cap - most chunks of a unit"
      },
      examples = @Example(sql = "chunks_per_unit(20, 2, 25)", result = "12"))
  public static Integer chunksPerUnit(Long target, Long units, Integer cap) {
    return target == null || units == null || cap == null
        ? null
        : (Integer) Sampling.chunksPerUnit(target, units, cap);
  }
}
