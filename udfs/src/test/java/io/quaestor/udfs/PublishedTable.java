package io.quaestor.udfs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.udfs.VectorFiles.Vector;
import java.util.List;
import java.util.Map;

/**
 * A file that is one published table with what was computed from it: observers' ratings of patients
 * ({@code em}), or counts of two tests in two populations ({@code cells}).
 */
final class PublishedTable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PublishedTable() {}

  static boolean isOne(JsonNode file) {
    return file.has("em") && file.has("ratings") || file.has("cells") && file.has("counts");
  }

  static List<Vector> vectors(JsonNode file) {
    return List.of(Vector.of(file.has("em") ? "dawid_skene" : "hui_walter", vector(file)));
  }

  private static ObjectNode vector(JsonNode file) {
    ObjectNode vector = JSON.objectNode().put("id", file.required("source").asText());
    vector.set("tolerance", file.required("tolerance"));
    if (file.has("em")) {
      vector.set("input", observers(file.get("ratings")));
      vector.set("expected", rates(file.get("em")));
    } else {
      vector.set("input", JSON.objectNode().set("counts", file.get("counts")));
      vector.set("expected", file.required("expected"));
    }
    return vector;
  }

  /** Patients' ratings by observer, some of whom rated more than once, as a place for each. */
  private static ObjectNode observers(JsonNode patients) {
    ObjectNode input = JSON.objectNode();
    ArrayNode raters = input.putArray("raters");
    ArrayNode ratings = input.putArray("ratings");
    for (JsonNode patient : patients) {
      ArrayNode unit = ratings.addArray();
      boolean first = ratings.size() == 1;
      for (Map.Entry<String, JsonNode> observer : patient.properties()) {
        for (JsonNode rating : observer.getValue()) {
          unit.add(rating);
          if (first) {
            raters.add(Integer.parseInt(observer.getKey()) - 1);
          }
        }
      }
    }
    return input;
  }

  private static ObjectNode rates(JsonNode em) {
    ObjectNode expected = JSON.objectNode();
    expected.set("prevalence", em.required("class_marginals"));
    expected.set("errors", em.required("error_rates"));
    expected.set("log_likelihood", em.required("loglik_without_multinomial_constant"));
    expected.set("classes", em.required("map_class"));
    return expected;
  }
}
