package io.quaestor.udfs.planting;

import java.util.Optional;

/** Plants one kind of defect. */
@FunctionalInterface
interface Planter {
  /** Empty where what comes of it might not be a defect. */
  Optional<Planted> plant(Content content, String passage, Chance chance);
}
