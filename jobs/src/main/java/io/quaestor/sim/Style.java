package io.quaestor.sim;

import java.util.Locale;

/** How a stem is worded. */
enum Style {
  SOUND,
  GRAMMAR,
  UNNATURAL,
  REGISTER,
  INCOHERENT;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
