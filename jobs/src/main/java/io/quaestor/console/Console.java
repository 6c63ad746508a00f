package io.quaestor.console;

import io.quaestor.app.App;
import io.quaestor.app.AppOptions;
import io.quaestor.connect.Endpoint;
import io.quaestor.lake.Lake;
import io.quaestor.review.ReviewActions;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.form.EagerFormParsingHandler;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local web application over one warehouse, in which people review questions. It asks models only
 * when somebody has something generated, which runs as a job like any other; everything else works
 * beside the jobs of other processes.
 */
public final class Console implements AutoCloseable {
  /** The environment variable of the token. */
  public static final String TOKEN = "QUAESTOR_CONSOLE_TOKEN";

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final long MOST_FORM_BYTES = 1_000_000;
  private static final int WORKERS = 8;

  private final App app;
  private final Work work;
  private final Undertow server;
  private final Visitors visitors;
  private final Pages pages;
  private final Forms forms;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Console(App app, Work work, Endpoint endpoint, String token) {
    this.app = app;
    this.work = work;
    this.visitors = new Visitors(token, System.getProperty("user.name"));
    Lake lake = app.smallLake();
    Reads reads = new Reads(lake);
    ReviewActions actions = new ReviewActions(lake, app.clock(), reads::reviewed);
    actions.repair();
    reads.refresh();
    this.pages = new Pages(app, lake, reads, work);
    this.forms = new Forms(app, actions, reads, work);
    this.server = server(endpoint);
  }

  /**
   * Starts it.
   *
   * @param token what visitors have to show, null for nothing
   * @throws io.quaestor.JobException when there is no warehouse
   */
  public static Console start(AppOptions options, Clock clock, Endpoint endpoint, String token) {
    Work work = new Work();
    App app = new App(options, clock, work);
    try {
      Console console = new Console(app, work, endpoint, token);
      console.server.start();
      return console;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  private Undertow server(Endpoint endpoint) {
    FormParserFactory utf8 = FormParserFactory.builder().withDefaultCharset("UTF-8").build();
    HttpHandler routes =
        new EagerFormParsingHandler(utf8).setNext(new BlockingHandler(this::answer));
    return Undertow.builder()
        .addHttpListener(endpoint.port(), endpoint.address().getHostAddress())
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_FORM_BYTES)
        .setIoThreads(2)
        .setWorkerThreads(WORKERS)
        .setHandler(new Guard(endpoint, visitors, new BlockingHandler(routes)))
        .build();
  }

  private void answer(HttpServerExchange exchange) {
    try {
      Visitor visitor = exchange.getAttachment(Guard.VISITOR);
      if (exchange.getRequestMethod().equals(Methods.POST)) {
        post(exchange, visitor);
      } else {
        get(exchange, visitor);
      }
    } catch (RuntimeException e) {
      LOG.error("{} failed", exchange.getRequestPath(), e);
      exchange.setStatusCode(500);
      exchange.getResponseSender().send("This went wrong; the log of the console says why.\n");
    }
  }

  private void get(HttpServerExchange exchange, Visitor visitor) {
    switch (exchange.getRequestPath()) {
      case "/style.css" -> file(exchange, "style.css", "text/css; charset=utf-8");
      case "/keys.js" -> file(exchange, "keys.js", "text/javascript; charset=utf-8");
      case Guard.LOGIN -> login(exchange, visitor);
      default -> {
        String page = pages.page(exchange, visitor);
        if (page == null) {
          exchange.setStatusCode(404);
          exchange.getResponseSender().send("There is nothing here.\n");
        } else {
          Answers.html(exchange, page);
        }
      }
    }
  }

  private void login(HttpServerExchange exchange, Visitor visitor) {
    if (visitor == null) {
      Answers.html(exchange, pages.login(false));
    } else {
      Answers.redirect(exchange, "/");
    }
  }

  private void post(HttpServerExchange exchange, Visitor visitor) {
    Form form = Form.of(exchange);
    if (visitor == null) {
      if (visitors.admit(exchange, form.text("token"))) {
        Answers.redirect(exchange, "/");
      } else {
        Answers.html(exchange, pages.login(true));
      }
    } else if (Guard.isSigned(visitor, form.text("csrf"))) {
      Answers.redirect(exchange, forms.handle(exchange.getRequestPath(), form, visitor));
    } else {
      Guard.refuse(exchange, "This form is too old or not from the console; load the page again.");
    }
  }

  private static void file(HttpServerExchange exchange, String name, String type) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "max-age=300");
    exchange.getResponseSender().send(Templates.file(name));
  }

  /** Returns when it has been closed. */
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    server.stop();
    work.close();
    app.close();
    closed.countDown();
  }
}
