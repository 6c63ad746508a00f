package io.quaestor.sim;

import java.util.Locale;

/** How a stem is worded. */
enum Style {
  SOUND,
  GRAMMAR,
  UNNATURAL,
  REGISTER,
  INCOHERENT,
  /** Sound, with everyday words. */
  CONVERSATIONAL,
  /** Sound, with a small scene around it. */
  VISUAL_STORY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
