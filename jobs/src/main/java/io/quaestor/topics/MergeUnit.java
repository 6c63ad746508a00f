package io.quaestor.topics;

import io.quaestor.tables.Topic;
import io.quaestor.topics.Suggested.Name;
import io.quaestor.topics.Suggested.Passage;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Normalise;
import io.quaestor.udfs.text.TopicNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/** Merges what was suggested for the batches of a unit into its topics. */
final class MergeUnit implements FlatMapGroupsFunction<String, Suggested, Topic> {
  private static final long serialVersionUID = 1L;
  static final String MODEL = "model";
  static final String HEADING = "heading";

  private final double cosine;
  private final String model;
  private final String promptVersion;

  MergeUnit(double cosine, String model, String promptVersion) {
    this.cosine = cosine;
    this.model = model;
    this.promptVersion = promptVersion;
  }

  @Override
  public Iterator<Topic> call(String unitId, Iterator<Suggested> batches) {
    List<Suggested> ordered = new ArrayList<>();
    batches.forEachRemaining(ordered::add);
    ordered.sort(Comparator.comparingInt(Suggested::ordinal));
    return merge(unitId, ordered).iterator();
  }

  /**
   * Topics in order of their first chunks, then a row per heading for the chunks left over.
   *
   * @param batches in order
   */
  List<Topic> merge(String unitId, List<Suggested> batches) {
    List<Passage> passages = batches.stream().flatMap(batch -> batch.passages().stream()).toList();
    Map<String, Integer> places = new HashMap<>();
    passages.forEach(passage -> places.put(passage.chunkId(), places.size()));
    List<Named> spellings =
        batches.stream()
            .flatMap(batch -> batch.names().stream())
            .map(name -> Named.of(name, places))
            .toList();
    List<Named> merged =
        TopicNames.groups(largestFirst(sameText(spellings)), Named::name, cosine).stream()
            .map(Named::merge)
            .sorted(Comparator.comparingInt(named -> named.places().first()))
            .toList();
    List<Named> left = headings(passages, merged);
    List<Topic> topics = new ArrayList<>();
    merged.forEach(named -> topics.add(row(unitId, named, MODEL, topics.size(), passages)));
    left.forEach(named -> topics.add(row(unitId, named, HEADING, topics.size(), passages)));
    return topics;
  }

  /** One for each text, under the spelling that has most chunks, then the first. */
  private static List<Named> sameText(List<Named> spellings) {
    return spellings.stream()
        .collect(
            Collectors.groupingBy(
                named -> Normalise.text(named.name()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(same -> Named.merge(largestFirst(same)))
        .toList();
  }

  private static List<Named> largestFirst(List<Named> named) {
    return named.stream().sorted(Comparator.comparingInt(one -> -one.places().size())).toList();
  }

  private static List<Named> headings(List<Passage> passages, List<Named> merged) {
    Set<Integer> covered =
        merged.stream().flatMap(named -> named.places().stream()).collect(Collectors.toSet());
    Map<String, TreeSet<Integer>> byHeading = new LinkedHashMap<>();
    for (int place = 0; place < passages.size(); place++) {
      if (!covered.contains(place)) {
        byHeading
            .computeIfAbsent(passages.get(place).heading(), heading -> new TreeSet<>())
            .add(place);
      }
    }
    return byHeading.entrySet().stream()
        .map(entry -> new Named(List.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  private Topic row(
      String unitId, Named named, String source, int ordinal, List<Passage> passages) {
    List<String> chunkIds =
        named.places().stream().map(place -> passages.get(place).chunkId()).toList();
    String by = source.equals(MODEL) ? model : null;
    String prompt = source.equals(MODEL) ? promptVersion : null;
    String id =
        Hashes.id(
            "top",
            unitId,
            source,
            String.valueOf(ordinal),
            Hashes.sha256(chunkIds.toArray(String[]::new)),
            Hashes.sha256(named.names().toArray(String[]::new)),
            by,
            prompt);
    return new Topic(
        id, unitId, named.name(), source, ordinal, chunkIds, named.names(), by, prompt);
  }

  /**
   * Names of one topic.
   *
   * @param names the one to show first
   * @param places of its chunks among the unit's passages, at least one
   */
  private record Named(List<String> names, TreeSet<Integer> places) {

    static Named of(Name name, Map<String, Integer> places) {
      return new Named(
          List.of(name.name()),
          name.chunkIds().stream().map(places::get).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** All under the first one's name. */
    static Named merge(List<Named> same) {
      return new Named(
          same.stream().flatMap(named -> named.names().stream()).distinct().toList(),
          same.stream()
              .flatMap(named -> named.places().stream())
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    String name() {
      return names.get(0);
    }
  }
}
