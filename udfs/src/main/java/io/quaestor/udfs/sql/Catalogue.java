package io.quaestor.udfs.sql;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All SQL functions by name: the methods with {@link SqlFunction} of the classes named here. */
final class Catalogue {
  private static final Map<String, Definition> FUNCTIONS =
      read(
          AgreementFunctions.class,
          AnswerFunctions.class,
          BootstrapFunctions.class,
          CandidateFunctions.class,
          GateFunctions.class,
          PairTestFunctions.class,
          RaterFunctions.class,
          RubricFunctions.class,
          SampleFunctions.class,
          ShareFunctions.class,
          SourceFunctions.class,
          StructureFunctions.class,
          TextFunctions.class);

  private Catalogue() {}

  static Collection<Definition> all() {
    return FUNCTIONS.values();
  }

  static Definition get(String name) {
    return FUNCTIONS.get(name);
  }

  private static Map<String, Definition> read(Class<?>... classes) {
    Map<String, Definition> functions = new TreeMap<>();
    Stream.of(classes)
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(SqlFunction.class))
        .map(Definition::new)
        .forEach(function -> functions.put(function.name(), function));
    return Collections.unmodifiableMap(functions);
  }
}
