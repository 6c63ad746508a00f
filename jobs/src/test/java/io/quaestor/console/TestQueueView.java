package io.quaestor.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.review.Filter;
import io.quaestor.review.Listed;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestQueueView {
  private static final Reads.Names NAMES =
      new Reads.Names(List.of("u"), List.of("p"), List.of("t"), 1_234_567, 2, 3, 4, 5);
  private static final String HOSTILE = "<script>alert(1)</script>\"'&\u202e";

  @Test
  void aFilterComesBackFromItsAddressWhateverItHolds() {
    Filter filter = new Filter("flagged", "unité 1", "a&b=c", "t", "+", HOSTILE);
    assertEquals(filter, Queries.filter(QueueView.query(filter)));
    assertEquals("", QueueView.query(Filter.ALL));
    assertEquals(Filter.ALL, Queries.filter(""));
    assertEquals("%zz", Queries.filter("q=%zz").search());
  }

  @Test
  void thereIsANextPageOnlyWhenThereIsMore() {
    assertNull(QueueView.of(Filter.ALL, listed(3), 3, null, NAMES).next());
    QueueView view = QueueView.of(Filter.ALL, listed(4), 3, null, NAMES);
    assertEquals("/?&after=q2", view.next());
    assertEquals(3, view.items().size());
  }

  @Test
  void whatQuestionsSayIsTextAndNothingElse() {
    QueueView view = QueueView.of(Filter.ALL, listed(1), 3, null, NAMES);
    Templates.Shell shell = new Templates.Shell("Questions", "secret", "<b>anna", null, null);
    String page = new Templates().page("queue", shell, view);
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertTrue(page.contains("1,234,567"), page);
    assertFalse(page.contains("<b>anna"), page);
  }

  private static List<Listed> listed(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Listed(
                    "q" + i,
                    "u",
                    null,
                    "p",
                    "mcq_single",
                    "beginner",
                    null,
                    HOSTILE,
                    "",
                    "active",
                    "draft",
                    null,
                    false))
        .toList();
  }
}
