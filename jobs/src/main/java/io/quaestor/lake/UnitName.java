package io.quaestor.lake;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** The name of a unit as a user typed it. */
public final class UnitName {
  private static final int SHOWN = 20;

  private UnitName() {}

  /**
   * Checks that the corpus has such a unit.
   *
   * @param unit null for all of them, which is always right
   * @throws JobException with exit code 2 that names units there are
   */
  public static void require(Lake lake, String unit) {
    Dataset<String> units = lake.read(Tables.UNITS).select("unitId").as(Encoders.STRING());
    if (unit == null || !units.filter(col("unitId").equalTo(unit)).isEmpty()) {
      return;
    }
    List<String> known = units.orderBy("unitId").limit(SHOWN).collectAsList();
    throw JobException.input(
        "unknown_unit",
        "There is no unit %s".formatted(unit),
        known.isEmpty() ? "run `quaestor ingest PATH...` first" : "use one of %s".formatted(known));
  }
}
