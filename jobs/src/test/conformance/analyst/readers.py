"""What readers of Delta tables other than Spark see of a warehouse, as one JSON object.

DuckDB's own reader of Delta is downloaded when it is first used; here it reads the files that delta-rs says are the
table's, which needs no download.

Usage: readers.py WAREHOUSE
"""

import json
import os
import sys

import duckdb
from deltalake import DeltaTable

warehouse = sys.argv[1]
names = sorted(each for each in os.listdir(warehouse) if not each.startswith("_"))
tables = {name: DeltaTable(os.path.join(warehouse, name)) for name in names}
audits = tables["audits"].to_pyarrow_dataset()


def duck(name):
    dataset = tables[name].to_pyarrow_dataset()
    return duckdb.sql("SELECT count(*) FROM dataset").fetchall()[0][0]


print(
    json.dumps(
        {
            "delta_rs": {name: len(table.to_pandas()) for name, table in tables.items()},
            "duckdb": {name: duck(name) for name in names},
            "criteria": duckdb.sql(
                """SELECT auditor, verdict.key AS criterion, count(*), count(*) FILTER (verdict.value)
                   FROM (SELECT auditor, unnest(map_entries(gate_criteria)) AS verdict FROM audits)
                   GROUP BY ALL ORDER BY ALL"""
            ).fetchall(),
            "reader_versions": sorted({table.protocol().min_reader_version for table in tables.values()}),
        }
    )
)
