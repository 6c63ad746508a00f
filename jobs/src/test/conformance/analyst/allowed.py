"""Whether a server answers, for each Authorization header given; "-" stands for none. One line of JSON.

A header of one's own goes out without TLS, which PySpark's own parameter for a token does not.

Usage: allowed.py ADDRESS HEADER...
"""

import json
import sys
from urllib.parse import quote

from pyspark.sql import SparkSession

address, headers = sys.argv[1], sys.argv[2:]


def answer(header):
    try:
        spark = SparkSession.builder.remote(address + ("" if header == "-" else "/;authorization=" + quote(header))).create()
        return str(spark.range(3).count())
    except Exception as refused:
        return next(line.strip() for line in str(refused).splitlines() if "details" in line)


print(json.dumps([answer(header) for header in headers]))
