package io.quaestor.tables;

/**
 * Why a distractor is there.
 *
 * @param rationaleType such as {@code misconception}, null when the model gave none
 */
public record DistractorRationale(String option, String rationaleType, String rationale) {}
