package io.quaestor.console;

import static io.quaestor.console.Answers.query;

import io.quaestor.app.App;
import io.quaestor.conf.VariantsConf;
import io.quaestor.lake.Lake;
import io.quaestor.review.Comparison;
import io.quaestor.review.Filter;
import io.quaestor.review.History;
import io.quaestor.review.Listed;
import io.quaestor.review.Reviewed;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is shown at each address; null where there is nothing. */
final class Pages {
  private static final int SIZE = 25;
  private static final int RUNS = 20;
  private static final int REFRESH_SECONDS = 2;

  private final App app;
  private final Lake lake;
  private final Reads reads;
  private final Work work;
  private final Templates templates = new Templates();

  Pages(App app, Lake lake, Reads reads, Work work) {
    this.app = app;
    this.lake = lake;
    this.reads = reads;
    this.work = work;
  }

  String page(HttpServerExchange exchange, Visitor visitor) {
    return switch (exchange.getRequestPath()) {
      case "/" -> queue(exchange, visitor);
      case "/question" -> question(exchange, visitor);
      case "/parent" -> parent(exchange, visitor);
      case "/edit" -> edit(exchange, visitor);
      case "/compare" -> compare(exchange, visitor);
      case "/runs" -> runs(visitor);
      default -> null;
    };
  }

  /** The page that asks for the token. */
  String login(boolean wrong) {
    Visitor.Message message = wrong ? new Visitor.Message("That is not the token.", true) : null;
    return templates.page(
        "login", new Templates.Shell("Sign in", "", null, message, null), Map.of());
  }

  private String queue(HttpServerExchange exchange, Visitor visitor) {
    Filter filter =
        new Filter(
            query(exchange, "state"),
            query(exchange, "unit"),
            query(exchange, "pipeline"),
            query(exchange, "type"),
            query(exchange, "difficulty"),
            query(exchange, "q"));
    String after = query(exchange, "after");
    List<Listed> found = reads.page(filter, after, SIZE + 1);
    QueueView view = QueueView.of(filter, found, SIZE, after, reads.names());
    return templates.page("queue", shell("Questions", visitor, null), view);
  }

  private String question(HttpServerExchange exchange, Visitor visitor) {
    String id = query(exchange, "id");
    Reads.Whole whole = id == null ? null : reads.whole(id);
    if (whole == null) {
      return null;
    }
    boolean listed = exchange.getQueryParameters().containsKey("from");
    String from = listed ? text(query(exchange, "from")) : null;
    String back = address("/question", id, from);
    QuestionView view = QuestionView.of(whole, next(id, from), "/?" + text(from), back);
    return templates.page("question", shell("Question", visitor, null), view);
  }

  /** The question behind this one in the queue it was opened from. */
  private String next(String id, String from) {
    if (from == null) {
      return null;
    }
    List<Listed> behind = reads.page(Queries.filter(from), id, 1);
    return behind.isEmpty() ? null : address("/question", behind.get(0).questionId(), from);
  }

  private String parent(HttpServerExchange exchange, Visitor visitor) {
    String id = query(exchange, "id");
    Question parent = id == null ? null : reads.question(id);
    if (parent == null) {
      return null;
    }
    List<Question> all = new ArrayList<>(List.of(parent));
    all.addAll(reads.variants(id));
    Map<String, List<Review>> events =
        reads.events(all.stream().map(Question::questionId).toList()).stream()
            .collect(Collectors.groupingBy(Review::questionId));
    String back = address("/parent", id, null);
    List<Card> cards =
        all.stream()
            .map(q -> new Reviewed(q, History.of(events.getOrDefault(q.questionId(), List.of()))))
            .map(now -> Card.of(now, back))
            .toList();
    ParentView view =
        ParentView.of(
            cards.get(0),
            cards.subList(1, cards.size()),
            List.copyOf(new TreeSet<>(app.home().conf().models().keySet())),
            (VariantsConf) app.home().pipeline("variants"));
    return templates.page("parent", shell("Variants", visitor, null), view);
  }

  private String edit(HttpServerExchange exchange, Visitor visitor) {
    String id = query(exchange, "id");
    Reads.Whole whole = id == null ? null : reads.whole(id);
    if (whole == null) {
      return null;
    }
    Card card =
        Card.of(new Reviewed(whole.question(), whole.history()), address("/question", id, null));
    return templates.page("edit", shell("Edit", visitor, null), EditView.of(card));
  }

  private String compare(HttpServerExchange exchange, Visitor visitor) {
    String id = query(exchange, "id");
    Question right = id == null ? null : reads.question(id);
    String with = query(exchange, "with");
    String leftId = right == null || with != null ? with : right.parentQuestionId();
    Question left = leftId == null ? null : reads.question(leftId);
    if (left == null || right == null) {
      return null;
    }
    return templates.page("compare", shell("Compare", visitor, null), Comparison.of(left, right));
  }

  private String runs(Visitor visitor) {
    Work.State state = work.state();
    String live = app.live(lake);
    boolean busy = state.isRunning() || live != null;
    RunsView view = RunsView.of(state, live, reads.runs(RUNS));
    return templates.page("runs", shell("Runs", visitor, busy ? REFRESH_SECONDS : null), view);
  }

  private static Templates.Shell shell(String title, Visitor visitor, Integer refresh) {
    return new Templates.Shell(
        title, visitor.csrf(), visitor.reviewer(), visitor.takeMessage(), refresh);
  }

  private static String address(String path, String id, String from) {
    String address = "%s?id=%s".formatted(path, QueueView.encoded(id));
    return from == null ? address : "%s&from=%s".formatted(address, QueueView.encoded(from));
  }

  private static String text(String orNull) {
    return orNull == null ? "" : orNull;
  }
}
