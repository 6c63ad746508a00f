package io.quaestor.lake;

import java.util.Locale;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Names at the table boundary: {@code questionId} in records, {@code question_id} in tables. */
public final class SnakeCase {
  private SnakeCase() {}

  /** The name of a column. */
  public static String name(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The same schema with every field renamed, nested ones too. */
  static StructType schema(StructType camelCase) {
    StructField[] fields = new StructField[camelCase.fields().length];
    for (int i = 0; i < fields.length; i++) {
      StructField field = camelCase.fields()[i];
      fields[i] =
          new StructField(
              name(field.name()), type(field.dataType()), field.nullable(), field.metadata());
    }
    return new StructType(fields);
  }

  private static DataType type(DataType type) {
    if (type instanceof StructType struct) {
      return schema(struct);
    }
    if (type instanceof ArrayType array) {
      return new ArrayType(type(array.elementType()), array.containsNull());
    }
    if (type instanceof MapType map) {
      return new MapType(type(map.keyType()), type(map.valueType()), map.valueContainsNull());
    }
    return type;
  }
}
