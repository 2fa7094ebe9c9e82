"""python3 client.py BOARD CONTEST PHASE FILE: hands in, waits for the score, shows the standings. The token is in $EVALUATOR_TOKEN."""
import json, os, sys, time, urllib.error, urllib.parse, urllib.request, uuid

board, contest, phase, path = sys.argv[1:]

def ask(way, address, body=None, **headers):
    request = urllib.request.Request(f"{board.rstrip('/')}/api/v1{address}", body, headers, method=way)
    request.add_header("Authorization", "Bearer " + os.environ["EVALUATOR_TOKEN"])
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or "null")
    except urllib.error.HTTPError as refused:
        sys.exit(f"{refused.code}: {json.load(refused)['detail']}")

about, rules = ask("GET", f"/c/{contest}"), ask("GET", f"/c/{contest}/rules")
print(f"{about['title']}: {about['summary']}")
if not rules["accepted"]:
    sys.exit(f"Read the rules at {board.rstrip('/')}/c/{contest}/rules and accept them there; then make a team.")
how = {"Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())}   # sent again with that key, it counts once
mine = ask("POST", f"/c/{contest}/{phase}/submissions?name=" + urllib.parse.quote(os.path.basename(path)), open(path, "rb").read(), **how)
while (now := ask("GET", f"/submissions/{mine['submission']}"))["step"] != "done":
    time.sleep(2)
print(f"{now['says']} {now['why'] or ''}", now["values"] or "")
if next(one for one in about["phases"] if one["name"] == phase)["finals"]:
    print("chosen for the final:", ask("GET", f"/c/{contest}/{phase}/finals"))
for row in ask("GET", f"/c/{contest}/{phase}/standings")["rows"][:10]:
    print(f"{row['rank']:>5}  {row['name']}")
