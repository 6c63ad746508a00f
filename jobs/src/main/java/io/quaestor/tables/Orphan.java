package io.quaestor.tables;

/**
 * A row that names a row which is not there (view {@code orphans}); a sound warehouse has none. One
 * in which a run was cut short may have some until it is run again.
 *
 * @param rowId key of the row
 * @param columnName the column that names the missing row
 * @param missingId key of the missing row
 */
public record Orphan(String tableName, String rowId, String columnName, String missingId) {}
