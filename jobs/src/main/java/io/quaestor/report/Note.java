package io.quaestor.report;

/** What an auditor said of a question's current text; null when it said nothing. */
public record Note(String questionId, String auditor, String notes) {}
