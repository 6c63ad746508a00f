package io.quaestor.console;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages from templates; everything that they print is escaped. */
final class Templates {
  private final MustacheFactory factory = new DefaultMustacheFactory("console");

  /**
   * What every page has around it.
   *
   * @param message to say at the top, null for nothing
   * @param refresh seconds after which the page loads itself again, null for never
   */
  record Shell(
      String title, String csrf, String reviewer, Visitor.Message message, Integer refresh) {}

  /** A whole page. */
  String page(String name, Shell shell, Object view) {
    StringWriter html = new StringWriter();
    factory.compile(name + ".mustache").execute(html, List.of(shell, view));
    return html.toString();
  }

  /** A file that is sent as it is. */
  static String file(String name) {
    try (InputStream in = Templates.class.getResourceAsStream("/console/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
