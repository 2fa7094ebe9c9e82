// What a host does after a push, for each branch and tag: makes the delivery that GitHub's documentation describes, signs it with GitHub's
// own library, and sends it to the address of its settings of the hook. Started by the hook post-receive, in the bare repository, with the
// lines "before after ref"; what was answered goes into the file `deliveries`, as a host shows its recent deliveries.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";

const [hook, secret, library] = readFileSync("hook", "utf8").trim().split("\n");
const { sign } = await import(library);
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
    const [before, after, ref] = line.split(" ");
    const deleted = /^0+$/.test(after);
    const [id, timestamp, message] = deleted ? [] : execFileSync("git", ["log", "-1", "--format=%H%x00%cI%x00%s", after, "--"])
        .toString().trim().split("\0");
    const body = JSON.stringify({
        ref, before, after, created: /^0+$/.test(before), deleted, forced: false, commits: [],
        head_commit: deleted ? null : { id, message, timestamp },
        repository: { full_name: process.cwd().split("/").slice(-1)[0] },
    });
    const answer = await fetch(hook, {
        method: "POST",
        body,
        headers: {
            "Content-Type": "application/json",
            "User-Agent": "GitHub-Hookshot/spec",
            "X-GitHub-Event": "push",
            "X-GitHub-Delivery": randomUUID(),
            "X-Hub-Signature-256": await sign(secret, body),
        },
    });
    appendFileSync("deliveries", `${ref} ${after} ${answer.status}\n`);
}
