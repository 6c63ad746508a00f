package io.quaestor.console;

import io.quaestor.review.Filter;
import io.quaestor.review.Listed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of the queue.
 *
 * @param next address of the next page, null on the last
 * @param first address of the first page, null on the first
 */
record QueueView(
    List<Tab> tabs,
    List<Item> items,
    String next,
    String first,
    String state,
    String search,
    List<Choice> units,
    List<Choice> pipelines,
    List<Choice> types,
    List<Choice> difficulties) {
  private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

  /** A state to look at. */
  record Tab(String name, String address, String count, boolean chosen) {}

  /** A name to filter by. */
  record Choice(String name, boolean chosen) {}

  /** A question in the list. */
  record Item(Listed question, String address) {
    String kind() {
      return "%s, %s, unit %s"
          .formatted(question.type().replace('_', ' '), question.difficulty(), question.unitId());
    }
  }

  static QueueView of(
      Filter filter, List<Listed> found, int size, String after, Reads.Names names) {
    List<Listed> shown = found.subList(0, Math.min(size, found.size()));
    String query = query(filter);
    String last = shown.isEmpty() ? null : shown.get(shown.size() - 1).questionId();
    return new QueueView(
        tabs(filter, names),
        shown.stream().map(q -> new Item(q, address(q.questionId(), query))).toList(),
        found.size() > size ? "/?%s&after=%s".formatted(query, encoded(last)) : null,
        after == null ? null : "/?" + query,
        filter.state(),
        filter.search(),
        choices(names.units(), filter.unit()),
        choices(names.pipelines(), filter.pipeline()),
        choices(names.types(), filter.type()),
        choices(LEVELS, filter.difficulty()));
  }

  boolean none() {
    return items.isEmpty();
  }

  private static List<Tab> tabs(Filter filter, Reads.Names names) {
    return List.of(
        tab("All", null, names.all(), filter),
        tab("Flagged", "flagged", names.flagged(), filter),
        tab("Disagreed", "disagreed", names.disagreed(), filter),
        tab("Pending review", "draft", names.draft(), filter),
        tab("Stale", "stale", names.stale(), filter));
  }

  private static Tab tab(String name, String state, long count, Filter filter) {
    Filter there =
        new Filter(
            state,
            filter.unit(),
            filter.pipeline(),
            filter.type(),
            filter.difficulty(),
            filter.search());
    return new Tab(
        name,
        "/?" + query(there),
        "%,d".formatted(count),
        java.util.Objects.equals(state, filter.state()));
  }

  private static List<Choice> choices(List<String> names, String chosen) {
    return names.stream().map(name -> new Choice(name, name.equals(chosen))).toList();
  }

  private static String address(String id, String query) {
    return "/question?id=%s&from=%s".formatted(encoded(id), encoded(query));
  }

  /** A filter as it stands in an address; empty for all questions. */
  static String query(Filter filter) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("state", filter.state());
    parts.put("unit", filter.unit());
    parts.put("pipeline", filter.pipeline());
    parts.put("type", filter.type());
    parts.put("difficulty", filter.difficulty());
    parts.put("q", filter.search());
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != null)
        .map(part -> part.getKey() + "=" + encoded(part.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
