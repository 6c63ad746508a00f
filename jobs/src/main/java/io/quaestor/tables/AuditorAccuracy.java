package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * How often an auditor is right about one criterion, where the truth is known: questions with a
 * planted defect among clean ones (table {@code auditor_accuracy}). A figure that is undefined is
 * null, and {@code undefined} says why. Intervals are of 95%, Wilson's.
 *
 * @param model the exact id the provider answered with; several with commas, null for none
 * @param defect {@code all}, or the kind that was planted, such as {@code swapped_key}
 * @param planted defects the auditor scored
 * @param caught of them, those it failed
 * @param clean questions without a defect that it scored
 * @param falseAlarms of them, those it failed
 * @param unscoredPlanted questions with a defect that it left without a verdict
 * @param unscoredClean the same of clean ones
 * @param sensitivity caught of planted, 0 to 1
 * @param specificity share of clean ones that it passed, 0 to 1
 * @param precision caught of all that it failed, 0 to 1; depends on how many were planted
 * @param latentSensitivity as Dawid and Skene estimate it without the truth from the votes of three
 *     auditors or more, 0 to 1; only for {@code all}
 * @param latentSpecificity likewise
 * @param undefined column to the reason why it is null
 */
public record AuditorAccuracy(
    String calibrationId,
    String auditor,
    String model,
    String criterion,
    String defect,
    long planted,
    long caught,
    long clean,
    long falseAlarms,
    long unscoredPlanted,
    long unscoredClean,
    Double sensitivity,
    Interval sensitivityInterval,
    Double specificity,
    Interval specificityInterval,
    Double precision,
    Interval precisionInterval,
    Double latentSensitivity,
    Double latentSpecificity,
    Map<String, String> undefined,
    Instant createdAt) {}
