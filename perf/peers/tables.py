#!/usr/bin/env python3
"""Judging tables with pandas and scikit-learn: python3 tables.py FOLDER.

Reads lines `WHAT TABLE` and answers each with a line of JSON: the CPU time of doing it once, in nanoseconds, and the value that it came to. So the
other side of the race runs between two answers, and whatever else the machine does befalls both.
`picks` is what the original harbour contest did with an upload: read both tables, merge, sum. `auc` reads answers and predictions, merges them
and computes the area under the ROC curve.
"""
import json
import os
import sys
import time

import pandas as pd
from sklearn.metrics import roc_auc_score


def picks(answers, table):
    merged = pd.read_csv(answers).merge(pd.read_csv(table), on="id", how="inner")
    return merged["kilo"][merged["hit"] == 1].sum()


def auc(answers, table):
    merged = pd.read_csv(answers).merge(pd.read_csv(table), on="id", how="inner")
    return roc_auc_score(merged["hit"], merged["value"])


judges = {"picks": picks, "auc": auc}
for line in sys.stdin:
    what, table = line.split()
    start = time.process_time_ns()
    value = judges[what](os.path.join(sys.argv[1], "answers.csv"), os.path.join(sys.argv[1], table))
    print(json.dumps({"nanoseconds": time.process_time_ns() - start, "value": float(value)}), flush=True)
