package io.quaestor.udfs.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.udfs.agreement.compare.Proportions;
import io.quaestor.udfs.agreement.compare.Ranks;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.DawidSkene;
import io.quaestor.udfs.agreement.raters.HuiWalter;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What a vector gives to a statistic: a table, ratings by unit, counts by unit, or samples. */
final class VectorInput {
  private final JsonNode input;
  private final JsonNode params;

  VectorInput(JsonNode input, JsonNode params) {
    this.input = input;
    this.params = params;
  }

  boolean has(String name) {
    return input.has(name);
  }

  /** Whether the parameter of that name has the text somewhere. */
  boolean says(String param, String text) {
    return params.path(param).asText().contains(text);
  }

  String param(String name) {
    return params.path(name).asText();
  }

  double level() {
    return params.path("level").asDouble(Estimate.LEVEL);
  }

  Weights weights(int size) {
    JsonNode weights = params.required("weights");
    return weights.isTextual()
        ? Weights.Kind.of(weights.asText()).orElseThrow().over(size)
        : Weights.of(elements(weights).stream().map(VectorInput::doubles).toArray(double[][]::new));
  }

  Weights.Kind kind() {
    return Weights.Kind.of(params.path("weights").asText("identity")).orElseThrow();
  }

  List<Category> scale() {
    return elements(params.path("categories")).stream().map(VectorInput::category).toList();
  }

  CrossTable table() {
    if (!has("table")) {
      return patterns().pair(0, 1, patterns().scaleOr(scale()));
    }
    return CrossTable.of(
        elements(input.get("table")).stream()
            .map(row -> elements(row).stream().mapToLong(JsonNode::asLong).toArray())
            .toArray(long[][]::new));
  }

  /** Fail is the first category. */
  TwoByTwo twoByTwo() {
    CrossTable table = table();
    return new TwoByTwo(table.count(1, 1), table.count(0, 1), table.count(1, 0), table.count(0, 0));
  }

  Patterns patterns() {
    Patterns patterns = new Patterns();
    units().forEach(unit -> patterns.add(unit, 1));
    for (JsonNode unit : elements(input.path("counts"))) {
      List<Category> pattern = new ArrayList<>();
      for (int i = 0; i < unit.size(); i++) {
        pattern.addAll(Collections.nCopies(unit.get(i).asInt(), Category.of((double) i)));
      }
      patterns.add(pattern, 1);
    }
    return has("table") ? ofTable(table()) : patterns;
  }

  private Patterns ofTable(CrossTable table) {
    List<Category> scale =
        scale().isEmpty()
            ? IntStream.range(0, table.size()).mapToObj(i -> Category.of((double) i)).toList()
            : scale();
    Patterns patterns = new Patterns();
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < table.size(); j++) {
        patterns.add(List.of(scale.get(i), scale.get(j)), table.count(i, j));
      }
    }
    return patterns;
  }

  /** {@code raters} says whose rating stands at each place. */
  DawidSkene dawidSkene() {
    int[] raters = elements(input.required("raters")).stream().mapToInt(JsonNode::asInt).toArray();
    return DawidSkene.fit(patterns(), scale(), DawidSkene.Options.PAPER.withRaters(raters));
  }

  /** A table for each population: both positive, A alone, B alone, none. */
  HuiWalter huiWalter() {
    List<TwoByTwo> populations =
        elements(input.required("counts")).stream()
            .map(VectorInput::doubles)
            .map(n -> new TwoByTwo((long) n[3], (long) n[1], (long) n[2], (long) n[0]))
            .toList();
    return HuiWalter.of(populations.get(0), populations.get(1));
  }

  /** The patterns of the units, in the order given. */
  List<List<Category>> units() {
    return elements(input.path("ratings")).stream().map(VectorInput::unit).toList();
  }

  Proportions proportions() {
    return new Proportions(count("x1"), count("n1"), count("x2"), count("n2"));
  }

  Ranks ranks() {
    return Ranks.of(doubles("x"), doubles("y"));
  }

  long count(String name) {
    return input.required(name).asLong();
  }

  double[] doubles(String name) {
    return doubles(input.required(name));
  }

  List<Double> nullables(String name) {
    List<Double> list = new ArrayList<>();
    input.required(name).forEach(node -> list.add(node.isNull() ? null : node.asDouble()));
    return list;
  }

  private static double[] doubles(JsonNode list) {
    return elements(list).stream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static List<JsonNode> elements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  private static List<Category> unit(JsonNode ratings) {
    List<Category> unit = new ArrayList<>();
    ratings.forEach(rating -> unit.add(category(rating)));
    return unit;
  }

  private static Category category(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isNumber() ? Category.of(node.asDouble()) : Category.of(node.asText());
  }
}
