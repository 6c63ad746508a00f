package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns as bytes that go from task to task: the categories once, then each pattern as places
 * among them with its count.
 */
final class PatternBytes {
  private PatternBytes() {}

  static byte[] write(Patterns patterns) {
    List<Category> categories = new ArrayList<>(patterns.categories());
    Map<Category, Integer> places = new HashMap<>();
    categories.forEach(category -> places.put(category, places.size()));
    Map<List<Category>, Long> counts = patterns.sorted();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(categories.size());
      for (Category category : categories) {
        write(out, category);
      }
      out.writeInt(counts.size());
      for (Map.Entry<List<Category>, Long> each : counts.entrySet()) {
        out.writeLong(each.getValue());
        out.writeInt(each.getKey().size());
        for (Category category : each.getKey()) {
          out.writeInt(category == null ? -1 : places.get(category));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Patterns read(byte[] bytes) {
    Patterns patterns = new Patterns();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<Category> categories = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        categories.add(category(in));
      }
      for (int left = in.readInt(); left > 0; left--) {
        long units = in.readLong();
        List<Category> pattern = new ArrayList<>();
        for (int places = in.readInt(); places > 0; places--) {
          int at = in.readInt();
          pattern.add(at < 0 ? null : categories.get(at));
        }
        patterns.add(pattern, units);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patterns;
  }

  private static void write(DataOutputStream out, Category category) throws IOException {
    boolean isNumber = category.number() != null;
    out.writeBoolean(isNumber);
    if (isNumber) {
      out.writeDouble(category.number());
    } else {
      byte[] name = category.name().getBytes(StandardCharsets.UTF_8);
      out.writeInt(name.length);
      out.write(name);
    }
  }

  private static Category category(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Category.of(in.readDouble())
        : Category.of(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
  }
}
