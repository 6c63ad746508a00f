package io.quaestor.report;

import com.github.mustachejava.DefaultMustacheFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The page as templates see it. Everything they print is escaped, except the style sheet, the two
 * scripts and the charts' data, which is inert JSON.
 *
 * @param made when the page was made
 */
record Page(String made, String warehouse, Headline headline, List<Section> sections) {
  private static final String ECHARTS =
      "META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

  String html() {
    StringWriter html = new StringWriter();
    new DefaultMustacheFactory("report").compile("page.mustache").execute(html, this);
    return html.toString();
  }

  String style() {
    return resource("report/page.css");
  }

  String library() {
    return resource(ECHARTS);
  }

  String script() {
    return resource("report/charts.js");
  }

  /** Scripts a browser may run on this page: these two and no other, whatever the text says. */
  String allowedScripts() {
    return "'%s' '%s'".formatted(digest(library()), digest(script()));
  }

  private static String digest(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
