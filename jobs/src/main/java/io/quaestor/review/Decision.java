package io.quaestor.review;

/**
 * What a reviewer wants done, and what they were looking at.
 *
 * @param reviewer who, never blank
 * @param notes null for none
 * @param seen {@link Reviewed#version} of what they saw; null to take the question as it is
 */
public record Decision(String questionId, String reviewer, String notes, String seen) {
  public Decision {
    notes = notes == null || notes.isBlank() ? null : notes.strip();
  }
}
