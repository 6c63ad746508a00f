package io.quaestor.agree;

import io.quaestor.agree.Asked.Criterion;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What the auditors of a comparison were asked, in its order. */
record Roster(List<Entry> entries) {

  /**
   * An auditor; without audits it has no models and no criteria.
   *
   * @param models ids that its audits report, sorted, without nulls
   * @param gate criteria that it gates on, sorted
   * @param soft criteria that it only logs, sorted
   * @param hasAudits whether it has any
   */
  record Entry(
      String auditor,
      List<String> models,
      List<String> gate,
      List<String> soft,
      boolean hasAudits) {}

  static Roster of(List<String> auditors, List<Asked> asked) {
    return new Roster(auditors.stream().map(auditor -> entry(auditor, asked)).toList());
  }

  private static Entry entry(String auditor, List<Asked> all) {
    List<Asked> asked = all.stream().filter(each -> each.auditor().equals(auditor)).toList();
    return new Entry(
        auditor,
        asked.stream().map(Asked::model).filter(Objects::nonNull).sorted().distinct().toList(),
        names(asked, true),
        names(asked, false),
        !asked.isEmpty());
  }

  private static List<String> names(List<Asked> asked, boolean isGate) {
    return asked.stream()
        .flatMap(each -> each.criteria().stream())
        .filter(criterion -> criterion.isGate() == isGate)
        .map(Criterion::name)
        .sorted()
        .distinct()
        .toList();
  }

  Slots slots() {
    return new Slots(union(Entry::gate), union(Entry::soft));
  }

  private List<String> union(Function<Entry, List<String>> criteria) {
    return entries.stream()
        .flatMap(entry -> criteria.apply(entry).stream())
        .sorted()
        .distinct()
        .toList();
  }
}
