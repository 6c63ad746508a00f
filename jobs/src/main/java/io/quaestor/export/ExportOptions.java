package io.quaestor.export;

/**
 * What to export.
 *
 * @param out file to write, a folder for parquet; any URI Hadoop knows
 * @param overwrite whether what is there may be replaced
 */
public record ExportOptions(Format format, Selection selection, String out, boolean overwrite) {}
