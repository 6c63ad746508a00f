"""What a Spark Connect client sees of a warehouse, as one JSON object.

Usage: client.py ADDRESS README
"""

import json
import re
import sys

import pandas as pd
from pyspark.sql import SparkSession

address, readme = sys.argv[1:]
spark = SparkSession.builder.remote(address).getOrCreate()


def rows(query):
    return [list(row) for row in spark.sql(query).collect()]


def failure(query):
    try:
        spark.sql(query).collect()
        return None
    except Exception as refused:
        return str(refused).splitlines()[0]


section = open(readme, encoding="utf-8").read().split("\n## For your own tools\n")[1]
block = re.sub(r"(?m)^--.*$", "", re.search(r"```sql\n(.*?)```", section, re.S)[1])
frame = pd.DataFrame({"id": [1, 2], "text": ["le chat", None]})
names = [table.name for table in spark.catalog.listTables()]
print(
    json.dumps(
        {
            "tables": dict(rows(" UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in names))),
            "criteria": rows(
                """SELECT auditor, criterion, count(*), count_if(passed) FROM audits
                   LATERAL VIEW explode(gate_criteria) AS criterion, passed GROUP BY ALL ORDER BY ALL"""
            ),
            "kappa": rows("SELECT cohens_kappa(20, 5, 10, 15).value")[0][0],
            "functions": len(rows("SHOW USER FUNCTIONS")),
            "readme": [len(rows(query)) for query in block.split(";") if query.strip()],
            "frame": spark.createDataFrame(frame).toPandas().equals(frame),
            "dropped": failure("DROP VIEW questions"),
            "deleted": failure("DELETE FROM questions"),
        }
    )
)
