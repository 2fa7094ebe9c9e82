#!/usr/bin/env python3
"""A second reader of a contest's log, written from LOG.md and the design's rules; it shares nothing with the evaluator.

    reader.py chain FILE        does the chain hold, and do the opened seals fit
    reader.py standings FILE    provisional (as released) and final standings of each phase, ladders included
    reader.py ledger FILE       the rewards that are due, and whether the log's own ledger says the same
    reader.py answers FILE DIR  are the answers in DIR/SET/NAME or DIR/NAME those that were promised
    reader.py receipt FILE RECEIPT [KEY]   does the log have the entry of a receipt or head; did this key sign it (by openssl)
"""
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections import defaultdict
from decimal import Decimal
from functools import cmp_to_key

END = 1 << 62


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


class Contest:
    """The facts of a log, each looked up from the whole of it."""

    def __init__(self, entries, seals):
        self.entries, self.seals = entries, seals
        self.columns = self.of("contest-set")[-1]["body"]["columns"]
        self.less = {column["name"]: column["direction"] == "Less" for column in self.columns}
        self.digits = {column["name"]: column["decimals"] for column in self.columns}
        self.phases = {}
        for entry in self.of("phase-set"):
            self.phases[entry["body"]["phase"]["name"]] = entry["body"]["phase"]
        self.submissions = {}
        for entry in self.of("submission-accepted"):
            self.submissions[entry["body"]["submission"]] = dict(entry["body"], seq=entry["seq"], at=entry["at"], id=entry["body"]["submission"])
        standing = defaultdict(dict)
        for entry in self.of("rejudge-applied"):
            for one in entry["body"]["submissions"]:
                standing[one][entry["body"]["rejudge"], entry["body"]["generation"]] = entry["body"].get("holds", True)
        self.applied = defaultdict(int)
        for one, sets in standing.items():
            self.applied[one] = max((generation for (_, generation), holds in sets.items() if holds), default=0)
        self.results = defaultdict(list)
        for entry in self.of("evaluation-recorded"):
            self.results[entry["body"]["submission"]].append(entry["body"])
        self.unsettled = {entry["body"]["submission"] for entry in self.of("unsettled")}
        self.out, self.teams_out = {}, {}
        for entry in self.entries:
            body = entry["body"]
            if entry["kind"] == "withdrawn":
                self.out[body["submission"]] = True
            if entry["kind"] in ("ignored", "reinstated"):
                if "submission" in body:
                    self.out[body["submission"]] = entry["kind"] == "ignored"
                if "team" in body:
                    self.teams_out[body["team"]] = entry["kind"] == "ignored"
        self.ladders = {}

    def of(self, kind):
        return [entry for entry in self.entries if entry["kind"] == kind]

    def counts(self, s):
        return not self.out.get(s["id"]) and not self.teams_out.get(s["team"])

    def result(self, s, name=None, profile=None):
        """The highest generation of the sets that stand; of one generation the first; faults are none."""
        best = None
        for one in self.results[s["id"]]:
            if one["set"] == (name or self.phases[s["phase"]]["set"]) and one.get("profile") == profile and one["outcome"] != "Fault" \
                    and one["generation"] <= self.applied[s["id"]] and (best is None or one["generation"] > best["generation"]):
                best = one
        return best

    def values(self, result):
        if not result or result["outcome"] != "Scored" or result.get("values") not in self.seals:
            return None
        return {name: Decimal(text) for name, text in json.loads(self.seals[result["values"]])["values"].items()}

    def cases(self, seal):
        return [float(text) for text in json.loads(self.seals[seal])["values"]]

    def settled(self, s):
        return s["id"] in self.unsettled or not self.counts(s) or self.result(s) is not None

    def in_phase(self, phase, team=None):
        return [s for s in self.submissions.values() if s["phase"] == phase and team in (None, s["team"])]

    def frontier(self, phase):
        return min([s["seq"] for s in self.in_phase(phase) if not self.settled(s)], default=END)

    def published(self, phase):
        says = [entry for entry in self.of("published") if entry["body"]["phase"] == phase]
        return says[-1] if says and says[-1]["body"]["holds"] else None

    def visible(self, phase):
        """Everybody sees the state before this entry."""
        if self.published(phase):
            return END
        start, lifted, freezes = END, False, None
        for entry in self.entries:
            body = entry["body"]
            if entry["kind"] == "phase-set" and body["phase"]["name"] == phase:
                freezes = body["phase"].get("freezes")
            if entry["kind"] == "frozen" and body["phase"] == phase:
                lifted = not body["holds"]
                start = END if lifted else min(start, entry["seq"])
            if entry["kind"] == "submission-accepted" and body["phase"] == phase and not lifted and freezes and entry["at"] >= freezes:
                start = min(start, entry["seq"])
        return start

    def baseline(self, phase):
        return [entry["body"] for entry in self.of("baseline-set") if entry["body"]["phase"] == phase and entry["body"]["start"]][-1]

    def better(self, ranking, a, b):
        """Negative where a is better, column by column."""
        for name in ranking:
            if a[name] != b[name]:
                return -1 if (a[name] < b[name]) == self.less[name] else 1
        return 0

    def ladder(self, phase, team):
        """Each scored submission in order with whether it counted as better, and the steps over the baseline that were released after it."""
        if (phase, team) in self.ladders:
            return self.ladders[phase, team]
        settings = self.phases[phase]["ladder"]
        step, errors = float(settings["step"]), float(settings["errors"])
        first = self.phases[phase]["ranking"]["columns"][0]
        sign = -1.0 if self.less[first] else 1.0
        start = best = self.cases(self.baseline(phase)["cases"])
        grid = step * abs(mean(start))
        steps, run = 0, []
        for s in self.in_phase(phase, team):
            if not self.settled(s):
                break
            result = self.result(s)
            if not self.counts(s) or self.values(result) is None:
                continue
            cases = self.cases(result["cases"])
            off = [sign * (x - y) for x, y in zip(cases, best)]
            middle = mean(off)
            squares = 0.0
            for x in off:
                squares += (x - middle) * (x - middle)
            error = math.sqrt(squares / (len(off) - 1)) / math.sqrt(len(off))
            is_better = middle > 0 and middle >= max(step * abs(mean(best)), errors * error)
            if is_better:
                best = cases
                steps = round((mean(cases) - mean(start)) / grid)
            run.append((s, is_better, steps, round(Decimal(mean(start) + steps * grid), self.digits[first])))
        self.ladders[phase, team] = run
        return run

    def released_row(self, phase, team):
        settings = self.phases[phase]
        if settings["release"] == "Ladder":
            run = self.ladder(phase, team)
            if not run:
                return None
            s, _, steps, value = next((one for one in reversed(run) if one[1]), (run[0][0], False, 0, round(Decimal(mean(self.cases(self.baseline(phase)["cases"]))), self.digits[settings["ranking"]["columns"][0]])))
            return s, {settings["ranking"]["columns"][0]: value}
        return self.best(settings["ranking"]["columns"], self.in_phase(phase, team), settings["set"])

    def best(self, ranking, submissions, name):
        rows = [(s, self.values(self.result(s, name))) for s in submissions if self.counts(s)]
        rows = [(s, values) for s, values in rows if values is not None and all(column in values for column in ranking)]
        return min(rows, key=cmp_to_key(lambda a, b: self.better(ranking, a[1], b[1]) or a[0]["seq"] - b[0]["seq"]), default=None)

    def provisional(self, phase):
        """Under a freeze the log before it, with what organisers have set since."""
        start, settings = self.visible(phase), ("contest-set", "phase-set", "baseline-set")
        shown = Contest([entry for entry in self.entries if entry["seq"] < start or entry["kind"] in settings], self.seals)
        return shown.ranked(phase, [shown.released_row(phase, team) for team in shown.teams(phase)])

    def final(self, phase):
        rows = []
        for team in self.teams(phase):
            chosen = [entry["body"]["submissions"] for entry in self.of("selected") if entry["body"]["phase"] == phase and entry["body"]["team"] == team]
            if chosen and chosen[-1]:
                own = [self.submissions[one] for one in chosen[-1][:2] if one in self.submissions]
            else:
                row = self.released_row(phase, team)
                own = [row[0]] if row else []
            rows.append(self.best(self.phases[phase]["ranking"]["columns"], own, self.phases[phase].get("finalSet", self.phases[phase]["set"])))
        return self.ranked(phase, rows)

    def teams(self, phase):
        return sorted({s["team"] for s in self.in_phase(phase)})

    def ranked(self, phase, rows):
        """Rows with ranks: equal ones share a rank, and the ranks after them are left out."""
        rows = [row for row in rows if row]
        ranking = self.phases[phase]["ranking"]["columns"]
        if self.phases[phase]["ranking"]["rule"] == "MeanOfRanks":
            total = {row[0]["id"]: sum(1 + sum(self.better([name], other[1], row[1]) < 0 for other in rows) for name in ranking) for row in rows}
            rows.sort(key=cmp_to_key(lambda a, b: total[a[0]["id"]] - total[b[0]["id"]] or self.better(ranking, a[1], b[1]) or a[0]["seq"] - b[0]["seq"]))
            return [(1 + sum(total[other[0]["id"]] < total[row[0]["id"]] for other in rows),) + row for row in rows]
        rows.sort(key=cmp_to_key(lambda a, b: self.better(ranking, a[1], b[1]) or a[0]["seq"] - b[0]["seq"]))
        return [(1 + sum(self.better(ranking, other[1], row[1]) < 0 for other in rows),) + row for row in rows]


def mean(numbers):
    total = 0.0
    for number in numbers:    # Python's own sum compensates since 3.12; the log's rule does not
        total += number
    return total / len(numbers)


class Ledger:
    """The ten rules of the design's section 9."""

    def __init__(self, contest):
        self.c = contest
        self.due = []
        self.versions = defaultdict(list)
        for entry in contest.of("rule-set"):
            self.versions[entry["body"]["rule"]["name"]].append((entry["seq"], entry["body"]))
        self.parents = defaultdict(set)
        for entry in contest.of("parent-declared"):
            self.parents[entry["body"]["submission"]].add(entry["body"]["parent"])
        self.attested = {entry["body"]["submission"]: entry["body"]["holds"] for entry in contest.of("attested")}
        self.people = defaultdict(set)
        for entry in contest.entries:
            if entry["kind"] == "team-made":
                self.people[entry["body"]["team"]].add(entry["actor"])
            if entry["kind"] == "member-joined":
                self.people[entry["body"]["team"]].add(entry["body"]["account"])
        self.copies, self.stolen = set(), set()
        seen = defaultdict(list)
        for s in contest.submissions.values():
            result = contest.result(s)
            for same in {s["content"], (result or {}).get("predictions")} - {None}:
                if seen[same] and seen[same][0]["team"] != s["team"]:
                    self.stolen.add(s["id"])
                elif any(other["phase"] == s["phase"] and other["team"] == s["team"] for other in seen[same]):
                    self.copies.add(s["id"])
                seen[same].append(s)
        self.copies |= self.stolen
        for name, versions in self.versions.items():
            getattr(self, versions[-1][1]["rule"]["kind"])(name, versions)

    def value(self, s, column, profile=None):
        values = self.c.values(self.c.result(s, profile=profile))
        if self.c.phases[s["phase"]]["release"] == "Ladder":
            run = [one for one in self.c.ladder(s["phase"], s["team"]) if one[0]["id"] == s["id"]]
            return run[0][3] if run and run[0][1] and column == self.c.phases[s["phase"]]["ranking"]["columns"][0] else None
        return values and values.get(column)

    def column(self, rule):
        return rule.get("column", self.c.phases[rule["phase"]]["ranking"]["columns"][0])

    def claims(self, versions):
        phase = versions[-1][1]["rule"]["phase"]
        end = min(self.c.frontier(phase), self.c.visible(phase))
        for s in self.c.in_phase(phase):
            valid = [version for version in versions if version[0] < s["seq"]]
            if s["seq"] >= end or not self.c.counts(s) or not valid or valid[-1][1]["ended"]:
                continue
            rule = valid[-1][1]["rule"]
            value = self.value(s, self.column(rule))
            if value is not None:
                yield s, rule, value

    def reaches(self, value, rule):
        bound = Decimal(rule["threshold"])
        return value is not None and (value <= bound if self.c.less[self.column(rule)] else value >= bound)

    def gain(self, value, than, rule):
        return than - value if self.c.less[self.column(rule)] else value - than

    def points(self, gain, rule, share=Decimal(1)):
        return min(math.floor(max(gain, 0) * Decimal(rule.get("rate", "0")) * share), rule.get("cap", 1 << 31))

    def pay(self, name, once, team, points):
        if points > 0:
            self.due.append(f"{name}/{once} {team} {points}")

    def above(self, name, versions, scope, more):
        paid = set()
        for s, rule, value in self.claims(versions):
            once = "once" if scope == "Rule" else "team/" + s["team"]
            if once not in paid and s["id"] not in self.copies and self.reaches(value, rule) and more(s, rule):
                paid.add(once)
                self.pay(name, once, s["team"], rule["amount"])

    def FirstAbove(self, name, versions):
        self.above(name, versions, "Rule", lambda s, rule: True)

    def TeamAbove(self, name, versions):
        self.above(name, versions, "Team", lambda s, rule: True)

    def SingleModel(self, name, versions):
        self.above(name, versions, versions[-1][1]["rule"]["scope"], lambda s, rule: s.get("singleModel") and self.attested.get(s["id"]))

    def LimitedHardware(self, name, versions):
        self.above(name, versions, versions[-1][1]["rule"]["scope"], lambda s, rule: self.reaches(self.value(s, self.column(rule), rule["profile"]), rule))

    def TimeUnder(self, name, versions):
        def fast(s, rule):
            times = [self.value(s, "cpuSeconds", profile) for profile in (None, "again")]
            return all(time is not None and time <= Decimal(rule["seconds"]) for time in times) and self.reaches(self.value(s, self.column(rule), "again"), rule)
        self.above(name, versions, versions[-1][1]["rule"]["scope"], fast)

    def start(self, rule):
        return self.c.values(dict(self.c.baseline(rule["phase"]), outcome="Scored"))[self.column(rule)]

    def ImprovementOverBest(self, name, versions):
        best, paid = self.start(versions[-1][1]["rule"]), set()
        for s, rule, value in self.claims(versions):
            gain = self.gain(value, best, rule)
            day = (s["team"], s["at"][:10])
            if gain > 0 and gain >= Decimal(rule.get("delta", "0")) and s["id"] not in self.copies and self.points(gain, rule) > 0 and day not in paid:
                paid.add(day)
                self.pay(name, "submission/" + s["id"], s["team"], self.points(gain, rule))
            if gain > 0:
                best = value

    def Rank(self, name, versions):
        phase = versions[-1][1]["rule"]["phase"]
        published = self.c.published(phase)
        valid = [version for version in versions if published and version[0] < published["seq"]]
        if not valid or valid[-1][1]["ended"] or self.c.frontier(phase) != END:
            return
        rule = valid[-1][1]["rule"]
        own = [(rank, s) for rank, s, _ in self.c.final(phase) if s["id"] not in self.stolen]
        placed = [s for rank, s in own if 1 + sum(other < rank for other, _ in own) == rule["place"]]
        for s in placed:
            self.pay(name, f"rank/{rule['place']}/{s['team']}", s["team"], rule["amount"] // len(placed))

    def Reuse(self, name, versions):
        paid = {}
        for s, rule, value in self.claims(versions):
            if s["id"] in self.copies:
                continue
            parents = [self.c.submissions[one] for one in sorted(self.parents[s["id"]]) if one in self.c.submissions]
            parents = [parent for parent in parents if parent["seq"] < s["seq"] and self.c.counts(parent) and parent["id"] not in self.stolen]
            for parent in parents:
                before = self.value(parent, self.column(rule))
                if before is not None and parent["team"] != s["team"] and not self.people[parent["team"]] & self.people[s["team"]]:
                    points = self.points(self.gain(value, before, rule), rule, Decimal(rule.get("share", "1"))) // len(parents)
                    if points > 0 and paid.setdefault((s["team"], parent["team"], s["at"][:10]), s["id"]) == s["id"]:
                        self.pay(name, f"child/{s['id']}/{parent['id']}", parent["team"], points)

    def Together(self, name, versions):
        before = []
        for s, rule, value in self.claims(versions):
            before.append((s, value))
            if not self.reaches(value, rule) or s["id"] in self.copies:
                continue
            if rule["allAboveBaseline"]:
                teams = {other["team"] for other, its in before if other["id"] not in self.copies and self.gain(its, self.start(rule), rule) > 0}
            else:
                teams, open_, seen = {s["team"]}, [s], {s["id"]}
                while open_:
                    child = open_.pop()
                    for one in self.parents[child["id"]] - seen:
                        parent = self.c.submissions.get(one)
                        if parent and parent["seq"] < child["seq"] and self.c.counts(parent):
                            seen.add(one)
                            teams |= set() if one in self.stolen else {parent["team"]}
                            open_.append(parent)
            for team in sorted(teams):
                self.pay(name, "together/" + team, team, rule["amount"] // len(teams))
            return

    def Grant(self, name, versions):
        pass

    def written(self):
        awards = {entry["seq"]: entry["body"] for entry in self.c.of("award")}
        for entry in self.c.of("reversal"):
            awards.pop(entry["body"]["of"], None)
        return sorted(f"{award['id']} {award['team']} {award['points']}" for award in awards.values())


def check_answers(entries, folder):
    committed, revealed = {}, {}
    for entry in entries:
        if entry["kind"] == "answers-committed":
            committed[entry["body"]["set"]] = entry
        if entry["kind"] == "answers-revealed":
            revealed[entry["body"]["set"]] = entry
    for name, entry in committed.items():
        promised = entry["body"]["answers"]
        if name not in revealed or revealed[name]["seq"] < entry["seq"]:
            print(f"{name}: {len(promised)} answers are not opened yet")
            continue
        salts = {one["name"]: bytes.fromhex(one["salt"]) for one in revealed[name]["body"]["salts"]}
        for one in promised:
            places = [os.path.join(folder, name, one["name"]), os.path.join(folder, one["name"])]
            place = next((place for place in places if os.path.isfile(place)), None)
            if place is None:
                fail(f"{name}: {one['name']} is not there")
            with open(place, "rb") as file:
                answer = hashlib.sha256(file.read()).digest()
            if hashlib.sha256(salts[one["name"]] + answer).hexdigest() != one["hash"]:
                fail(f"{name}: {one['name']} is not the answer that was promised")
        print(f"{name}: {len(promised)} answers are those that were promised")


def check_receipt(entries, path, key):
    with open(path, "rb") as file:
        held = json.loads(file.read())
    signed = canonical({name: value for name, value in held.items() if name != "signature"})
    if key:
        with tempfile.NamedTemporaryFile() as signature:
            signature.write(b64decode(held["signature"]))
            signature.flush()
            checked = subprocess.run(["openssl", "dgst", "-sha256", "-verify", key, "-signature", signature.name], input=signed, capture_output=True)
        if checked.returncode != 0:
            fail("the signature does not fit")
    wanted = held.get("entry", held.get("head"))
    found = [entry for entry in entries if entry["hash"] == wanted and entry["seq"] == held.get("seq", entry["seq"])]
    if not found:
        fail(f"the log, up to entry {entries[-1]['seq']}, does not have entry {held.get('seq', wanted)} as it was")
    print(f"entry {found[0]['seq']} is there")


def main():
    what, path = sys.argv[1:3]
    entries, seals = read(path)
    if what == "chain":
        print(f"chain holds: {len(entries)} entries, {len(seals)} opened seals")
    elif what == "answers":
        check_answers(entries, sys.argv[3])
    elif what == "receipt":
        check_receipt(entries, sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else None)
    elif what == "standings":
        contest = Contest(entries, seals)
        for phase in contest.phases:
            for kind, rows in (("provisional", contest.provisional(phase)), ("final", contest.final(phase))):
                for rank, s, values in rows:
                    first = contest.phases[phase]["ranking"]["columns"][0]
                    print(phase, kind, rank, s["team"], s["id"], f"{values[first].normalize():f}")
    elif what == "ledger":
        ledger = Ledger(Contest(entries, seals))
        print("\n".join(sorted(ledger.due)))
        print("the log's ledger is the same" if sorted(ledger.due) == ledger.written() else "the log's ledger is another")
    else:
        fail(f"no such question: {what}")


main()
