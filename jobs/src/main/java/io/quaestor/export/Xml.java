package io.quaestor.export;

import java.io.IOException;
import java.io.Writer;

/** XML, element by element; texts are plain and are escaped here. */
final class Xml {
  private final Writer out;

  Xml(Writer out) {
    this.out = out;
  }

  void declaration() throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /**
   * @param attributes names and values in turn
   */
  Xml open(String element, String... attributes) throws IOException {
    tag(element, ">", attributes);
    return this;
  }

  Xml empty(String element, String... attributes) throws IOException {
    tag(element, "/>", attributes);
    return this;
  }

  Xml close(String element) throws IOException {
    out.write("</" + element + ">");
    return this;
  }

  Xml text(String text) throws IOException {
    out.write(Html.escaped(text));
    return this;
  }

  /** Text with its line breaks, as children of the element that is open. */
  Xml lines(String text) throws IOException {
    out.write(Html.of(text));
    return this;
  }

  Xml line() throws IOException {
    out.write("\n");
    return this;
  }

  /** An element with nothing but text. */
  Xml leaf(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text).close(element);
  }

  private void tag(String element, String end, String... attributes) throws IOException {
    out.write("<" + element);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = Html.escaped(attributes[i + 1]).replace("\n", "&#10;").replace("\t", "&#9;");
      out.write(" " + attributes[i] + "=\"" + value + "\"");
    }
    out.write(end);
  }
}
