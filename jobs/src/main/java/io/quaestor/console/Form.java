package io.quaestor.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** What a form says. */
record Form(FormData data) {
  static Form of(HttpServerExchange exchange) {
    FormData data = exchange.getAttachment(FormDataParser.FORM_DATA);
    return new Form(data == null ? new FormData(0) : data);
  }

  /** A field without the white space around it, empty when it is not there. */
  String text(String name) {
    Deque<FormData.FormValue> values = data.get(name);
    boolean there = values != null && !values.isEmpty() && !values.getFirst().isFileItem();
    return there ? values.getFirst().getValue().strip() : "";
  }

  /** The same, null when it is not there or blank. */
  String given(String name) {
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  /** The lines of a field that are not blank. */
  List<String> lines(String name) {
    return Arrays.stream(text(name).split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** A number, null when it is none. */
  Integer number(String name) {
    try {
      return Integer.valueOf(text(name));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
