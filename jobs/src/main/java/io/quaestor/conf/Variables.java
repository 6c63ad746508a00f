package io.quaestor.conf;

import io.quaestor.JobException;
import java.util.function.Function;

/** Settings that environment variables override; blank counts as not set. */
public record Variables(Function<String, String> environment) {

  /** {@code 1} or {@code true} is yes, {@code 0} or {@code false} no. */
  public boolean flag(String name, boolean otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    return switch (text) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw unfit(name, text, "0 or 1");
    };
  }

  int whole(String name, int otherwise) {
    String text = text(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw unfit(name, text, "a whole number");
    }
  }

  double number(String name, double otherwise) {
    String text = text(name);
    try {
      return text == null ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw unfit(name, text, "a number");
    }
  }

  private String text(String name) {
    String value = environment.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static JobException unfit(String name, String text, String wanted) {
    return JobException.input(
        "bad_configuration",
        "The environment variable %s is %s".formatted(name, text),
        "set it to %s, or unset it".formatted(wanted));
  }
}
