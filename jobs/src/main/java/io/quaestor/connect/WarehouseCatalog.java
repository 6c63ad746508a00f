package io.quaestor.connect;

import io.quaestor.lake.Lake;
import io.quaestor.lake.NamedQueries;
import io.quaestor.udfs.sql.QuaestorFunctions;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.Relation;
import org.apache.spark.sql.connector.catalog.RelationCatalog;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.connector.catalog.TableSummary;
import org.apache.spark.sql.connector.catalog.View;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A warehouse's tables and views under their own names, in every session, to read only: each is a
 * view, looked up again by each query. Spark makes one of these per session.
 */
public final class WarehouseCatalog
    implements RelationCatalog, FunctionCatalog, SupportsNamespaces {
  /** What sessions call it. */
  static final String NAME = "quaestor";

  /** Option with the warehouse's URI. */
  static final String WAREHOUSE = "warehouse";

  private static final String SPARKS_OWN = "spark_catalog";

  /** Not called "default": Spark takes that for one of its own catalog's. */
  private static final String[] NAMESPACE = {"warehouse"};

  private String name;
  private NamedQueries queries;

  @Override
  public void initialize(String called, CaseInsensitiveStringMap options) {
    name = called;
    queries = new NamedQueries(Lake.open(SparkSession.active(), options.get(WAREHOUSE)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String[] defaultNamespace() {
    return NAMESPACE.clone();
  }

  @Override
  public Relation loadRelation(Identifier ident) throws NoSuchTableException {
    if (!Arrays.equals(ident.namespace(), NAMESPACE)) {
      throw new NoSuchTableException(ident);
    }
    return queries
        .find(ident.name())
        .map(this::view)
        .orElseThrow(() -> new NoSuchTableException(ident));
  }

  private View view(NamedQueries.Named query) {
    return new View.Builder()
        .withSchema(query.schema())
        .withQueryText(query.sql())
        .withQueryColumnNames(query.schema().fieldNames())
        .withCurrentCatalog(query.overTables() ? name : SPARKS_OWN)
        .withCurrentNamespace(NAMESPACE)
        .build();
  }

  @Override
  public Identifier[] listViews(String[] namespace) throws NoSuchNamespaceException {
    loadNamespaceMetadata(namespace);
    return NamedQueries.names().stream()
        .map(each -> Identifier.of(NAMESPACE, each))
        .toArray(Identifier[]::new);
  }

  /** Tables to whoever asks for a list of them, though they are kept as views. */
  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    return listViews(namespace);
  }

  @Override
  public TableSummary[] listRelationSummaries(String[] namespace) throws NoSuchNamespaceException {
    return Arrays.stream(listViews(namespace))
        .map(ident -> TableSummary.of(ident, TableSummary.VIEW_TABLE_TYPE))
        .toArray(TableSummary[]::new);
  }

  @Override
  public String[][] listNamespaces() {
    return new String[][] {NAMESPACE.clone()};
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    return namespace.length == 0 ? listNamespaces() : new String[0][];
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    if (!Arrays.equals(namespace, NAMESPACE)) {
      throw new NoSuchNamespaceException(namespace);
    }
    return Map.of();
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    return QuaestorFunctions.names().stream()
        .map(each -> Identifier.of(NAMESPACE, each))
        .toArray(Identifier[]::new);
  }

  @Override
  public UnboundFunction loadFunction(Identifier ident) throws NoSuchFunctionException {
    if (!QuaestorFunctions.names().contains(ident.name())) {
      throw new NoSuchFunctionException(ident);
    }
    return new BuiltInFunction(ident.name());
  }

  @Override
  public Table createTable(Identifier ident, TableInfo info) {
    throw readOnly();
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier ident) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  @Override
  public View createView(Identifier ident, View view) {
    throw readOnly();
  }

  @Override
  public View replaceView(Identifier ident, View view) {
    throw readOnly();
  }

  @Override
  public boolean dropView(Identifier ident) {
    throw readOnly();
  }

  @Override
  public void renameView(Identifier from, Identifier to) {
    throw readOnly();
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw readOnly();
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "The warehouse's tables are for reading here; jobs write them. Keep results of your own in"
            + " temporary views or files.");
  }
}
