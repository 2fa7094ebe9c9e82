#!/usr/bin/env python3
"""A second reader of a contest's log, written from LOG.md and sharing nothing with the evaluator.

    reader.py chain FILE       does the chain hold, and do the opened seals fit
"""
import hashlib
import json
import sys


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def fail(message):
    print(message)
    sys.exit(1)


def read(path):
    """Entries and opened seals of a log, checked line by line."""
    entries, seals = [], {}
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    if lines.pop() != b"":
        fail("the last line was cut short")
    for number, line in enumerate(lines, 1):
        try:
            item = json.loads(line)
        except ValueError as wrong:
            fail(f"line {number}: {wrong}")
        if canonical(item) != line:
            fail(f"line {number} is not canonical")
        if "salt" in item:
            if hashlib.sha256(bytes.fromhex(item["salt"]) + item["text"].encode()).hexdigest() != item["seal"]:
                fail(f"line {number}: the seal does not fit")
            seals[item["seal"]] = item["text"]
            continue
        rest = {name: value for name, value in item.items() if name != "hash"}
        if hashlib.sha256(canonical(rest)).hexdigest() != item["hash"]:
            fail(f"entry {item['seq']}: the hash does not fit")
        before = entries[-1] if entries else {"hash": "0" * 64, "seq": 0, "at": "", "contest": item["contest"]}
        if item["previous"] != before["hash"] or item["seq"] != before["seq"] + 1 or item["at"] < before["at"] or item["contest"] != before["contest"]:
            fail(f"entry {item['seq']} does not follow the one before")
        entries.append(item)
    return entries, seals


def main():
    what, path = sys.argv[1:3]
    entries, seals = read(path)
    if what == "chain":
        print(f"chain holds: {len(entries)} entries, {len(seals)} opened seals")
    else:
        fail(f"no such question: {what}")


main()
