package io.quaestor.corpus;

import io.quaestor.udfs.text.Sha256;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of resources, as written. */
final class ResourceUrl {
  /** Browsers drop tabs and line breaks; other control characters cannot be meant either. */
  private static final Pattern NEVER_MEANT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern DATA = Pattern.compile("(?is)data:([^;,]*).*");

  /** What runs, writes to somebody or means this very page is nothing to learn from. */
  private static final Set<String> NO_RESOURCES =
      Set.of("javascript", "vbscript", "about", "blob", "mailto", "tel", "sms");

  private static final int HASH_DIGITS = 12;

  private ResourceUrl() {}

  /**
   * The address to record; null for none at all, a place in the same document, a script, mail or
   * telephone address, or a link to {@code data:}.
   */
  static String of(String raw, ResourceKind kind) {
    String url = NEVER_MEANT.matcher(raw == null ? "" : raw).replaceAll("").strip();
    if (url.isEmpty() || url.startsWith("#")) {
      return null;
    }
    Matcher data = DATA.matcher(url);
    if (data.matches()) {
      String hash = Sha256.of(url).substring(0, HASH_DIGITS);
      return kind == ResourceKind.LINK
          ? null
          : "data:%s;sha256=%s".formatted(data.group(1).strip().toLowerCase(Locale.ROOT), hash);
    }
    Matcher scheme = SCHEME.matcher(url);
    boolean none =
        scheme.matches() && NO_RESOURCES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    return none ? null : url;
  }
}
