package io.quaestor.udfs.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The parts of a question that an auditor may change.
 *
 * @param difficulty wire name
 * @param acceptableVariations null becomes empty
 */
public record Labels(String difficulty, List<String> acceptableVariations) {

  public Labels {
    acceptableVariations =
        acceptableVariations == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(acceptableVariations));
  }
}
