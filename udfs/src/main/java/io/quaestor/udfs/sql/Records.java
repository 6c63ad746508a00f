package io.quaestor.udfs.sql;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes records apart and puts them together, as fast as code written for it. */
final class Records {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Records() {}

  /** Reads one component of a record. */
  @SuppressWarnings("unchecked")
  static Function<Object, Object> accessor(RecordComponent component) {
    try {
      MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
      return (Function<Object, Object>)
          LambdaMetafactory.metafactory(
                  LOOKUP,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  accessor,
                  accessor.type().wrap())
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalArgumentException(
          component.getAccessor() + " cannot be called: make the record public", e);
    }
  }

  /** The constructor that takes all components. */
  static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return type.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be made: make the record public", e);
    }
  }

  static Object make(Constructor<?> constructor, Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " refused its values", e);
    }
  }
}
