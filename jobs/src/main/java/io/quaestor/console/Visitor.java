package io.quaestor.console;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A browser that came: who uses it, and the secret that its forms carry. It lives as long as the
 * process.
 */
final class Visitor {
  private final String id;
  private final String csrf;
  private final AtomicReference<String> reviewer;
  private final AtomicReference<Message> message = new AtomicReference<>();

  /** Something to say once, at the top of the next page. */
  record Message(String text, boolean refused) {}

  /**
   * @param id what its cookie says
   * @param csrf what its forms must say
   */
  Visitor(String id, String csrf, String reviewer) {
    this.id = id;
    this.csrf = csrf;
    this.reviewer = new AtomicReference<>(reviewer);
  }

  String id() {
    return id;
  }

  String csrf() {
    return csrf;
  }

  String reviewer() {
    return reviewer.get();
  }

  void reviewer(String name) {
    reviewer.set(name);
  }

  void tell(String text) {
    message.set(new Message(text, false));
  }

  void refuse(String text) {
    message.set(new Message(text, true));
  }

  /** What there is to say, which is then said; null for nothing. */
  Message takeMessage() {
    return message.getAndSet(null);
  }
}
