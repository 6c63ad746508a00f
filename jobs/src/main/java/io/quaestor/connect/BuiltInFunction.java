package io.quaestor.connect;

import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/** One of our functions in a list of functions. It is built in: its plain name calls it. */
record BuiltInFunction(String name) implements UnboundFunction {

  @Override
  public BoundFunction bind(StructType arguments) {
    throw new UnsupportedOperationException(
        "Call it by its plain name: %s(...), not %s.%s(...)"
            .formatted(name, WarehouseCatalog.NAME, name));
  }

  @Override
  public String description() {
    return "DESCRIBE FUNCTION EXTENDED %s tells more.".formatted(name);
  }
}
