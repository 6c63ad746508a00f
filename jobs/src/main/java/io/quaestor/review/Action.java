package io.quaestor.review;

import java.util.Locale;

/** What can be done to a question; {@link #wire} stands in the table. */
public enum Action {
  APPROVE("approved", "approved"),
  REJECT("rejected", "rejected"),
  ARCHIVE("archived", "archived"),
  /** A person's change of its content: what was decided on the old content no longer holds. */
  EDIT("draft", "edited"),
  /** Another one was made in its place. */
  REGENERATE("archived", "regenerated"),
  /** What it was made from has changed. */
  STALE("stale", "marked as stale"),
  /** Takes another event back; the status is the one before that. */
  UNDO(null, "undid the last action on");

  private final String status;
  private final String did;

  Action(String status, String did) {
    this.status = status;
    this.did = did;
  }

  /** {@code approve} and so on. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The review status that it leads to, null for {@link #UNDO}. */
  public String status() {
    return status;
  }

  /** What somebody did, as in {@code anna approved it}. */
  public String did() {
    return did;
  }

  /**
   * The action of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Action of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
