package io.quaestor.udfs.sql;

import java.util.List;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Puts all functions into every session that has this class's name in {@code spark.sql.extensions};
 * {@code SHOW USER FUNCTIONS} lists them.
 */
public final class QuaestorFunctions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  /** What the functions are called. */
  public static List<String> names() {
    return Catalogue.all().stream().map(Definition::name).toList();
  }

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    for (Definition function : Catalogue.all()) {
      extensions.injectFunction(
          new Tuple3<>(
              new FunctionIdentifier(function.name()),
              Documentation.of(function),
              new CallBuilder(function)));
    }
    return BoxedUnit.UNIT;
  }
}
