"""Runs every cell of a notebook; ends with an error where a cell does. Prints what the cells printed and drew.

Usage: notebook.py FILE
"""

import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
kept = [cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
assert not kept, "it is kept with outputs"
NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and output.name == "stdout":
            print(output.text, end="")
        elif "image/png" in output.get("data", {}):
            print("plot")
        elif "text/plain" in output.get("data", {}):
            print("table")
