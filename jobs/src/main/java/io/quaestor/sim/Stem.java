package io.quaestor.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stem in one of the wordings that the generator has: written by {@link #text}, recognised by
 * {@link #read}.
 *
 * @param position which wording of its type and style
 * @param body what the wording goes around: a sentence with gaps, a statement or a word
 * @param claim name and year of an invented source in front, null when there is none
 */
record Stem(
    Tongue tongue,
    String type,
    Style style,
    int position,
    boolean number,
    String body,
    Claim claim) {
  static final String BLANK = "[blank]";
  static final String GAP = "[…]";

  /** An authority that no text names. */
  record Claim(String name, String year) {}

  private record Form(
      Tongue tongue, String type, Style style, int position, boolean number, String template) {
    String before() {
      return template.substring(0, template.indexOf("{body}"));
    }

    String after() {
      return template.substring(template.indexOf("{body}") + "{body}".length());
    }
  }

  private static final List<Form> FORMS = forms();

  static String gap(String type) {
    return type.equals("fill_in_blank") ? BLANK : GAP;
  }

  Stem with(Style changed) {
    int last = tongue.wordings().get(type).get(changed.key()).size() - 1;
    return new Stem(tongue, type, changed, Math.min(position, last), number, body, claim);
  }

  Stem with(Claim changed) {
    return new Stem(tongue, type, style, position, number, body, changed);
  }

  Stem withBody(String changed) {
    return new Stem(tongue, type, style, position, number, changed, claim);
  }

  String text() {
    String template = tongue.wordings().get(type).get(style.key()).get(position);
    String stem = named(template, tongue, number).replace("{body}", body);
    return claim == null ? stem : claimed(tongue, claim) + Text.uncapitalised(stem);
  }

  /** Empty for a stem that the generator did not word. The body comes back folded. */
  static Optional<Stem> read(String text) {
    String folded = Text.fold(text);
    for (Tongue tongue : Tongue.ALL) {
      Matcher m = CLAIMS.get(Tongue.ALL.indexOf(tongue)).matcher(folded);
      if (m.matches()) {
        Claim claim = new Claim(m.group(1), m.group(2));
        return plain(Text.capitalised(m.group(3))).map(s -> s.with(claim));
      }
    }
    return plain(folded);
  }

  private static final List<Pattern> CLAIMS = Tongue.ALL.stream().map(Stem::claimPattern).toList();

  private static Optional<Stem> plain(String text) {
    return FORMS.stream()
        .filter(f -> text.startsWith(f.before()) && text.endsWith(f.after()))
        .filter(f -> text.length() > f.before().length() + f.after().length())
        .findFirst()
        .map(f -> of(f, text.substring(f.before().length(), text.length() - f.after().length())));
  }

  private static Stem of(Form f, String body) {
    return new Stem(f.tongue, f.type, f.style, f.position, f.number, body.strip(), null);
  }

  private static String named(String template, Tongue tongue, boolean number) {
    return template.replace("{kind}", tongue.kinds().get(number ? "number" : "word"));
  }

  private static String claimed(Tongue tongue, Claim claim) {
    return tongue.claim().replace("{name}", claim.name).replace("{year}", claim.year);
  }

  private static Pattern claimPattern(Tongue tongue) {
    String quoted =
        Pattern.quote(tongue.claim())
            .replace("{name}", "\\E(.{1,60}?)\\Q")
            .replace("{year}", "\\E(\\d{4})\\Q");
    return Pattern.compile(quoted + "(.+)", Pattern.DOTALL);
  }

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (Tongue tongue : Tongue.ALL) {
      for (String type : tongue.wordings().keySet()) {
        for (Style style : Style.values()) {
          List<String> templates = tongue.wordings().get(type).getOrDefault(style.key(), List.of());
          for (int i = 0; i < templates.size() * 2; i++) {
            boolean number = i % 2 == 1;
            String template = Text.fold(named(templates.get(i / 2), tongue, number));
            forms.add(new Form(tongue, type, style, i / 2, number, template));
          }
        }
      }
    }
    return List.copyOf(forms);
  }
}
