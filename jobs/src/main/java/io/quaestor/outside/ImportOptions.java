package io.quaestor.outside;

import java.util.List;

/**
 * What to import.
 *
 * @param paths files or folders, any URI Hadoop knows
 * @param format {@code csv | jsonl | parquet}, null to go by extensions
 * @param rejects where to write the rows kept out, null for nowhere
 */
public record ImportOptions(List<String> paths, String format, String rejects) {}
