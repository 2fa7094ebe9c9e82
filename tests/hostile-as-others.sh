#!/usr/bin/env bash
# The corpus of hostile predictors as somebody else (root starts it, after the tests are built): an ordinary user without a control group
# of its own, the same with one, and root where control groups can't be written. `./run-all.sh soak` calls it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

specs=(artifacts/bin/Specs/release/Evaluator.Specs --no-ansi --progress off
    --filter-class '*HostileCorpusSpecs' --filter-class '*SelfTestSpecs' --filter-class '*CanarySpecs' --filter-class '*SmallWorldSpecs')
home=$(mktemp -d)
chown nobody "$home"
# What the test platform writes beside the specs it writes into its home: the clone is somebody else's.
as_nobody=(runuser -u nobody -- env "HOME=$home" "TMPDIR=$home" "${specs[@]}" --results-directory "$home")

# The folders of this shell's own groups that a limit of memory or of processes needs: cgroup v1's three, or v2's one.
own_groups() {
    local controllers path
    while IFS=: read -r _ controllers path; do
        case "$controllers" in
            memory|pids|cpuacct) printf '/sys/fs/cgroup/%s%s\n' "$controllers" "${path%/}" ;;
            '') [ ! -f "/sys/fs/cgroup${path%/}/cgroup.controllers" ] || printf '/sys/fs/cgroup%s\n' "${path%/}" ;;
        esac
    done < /proc/self/cgroup
}

echo '== an ordinary user, no control group'
"${as_nobody[@]}"

echo '== an ordinary user with a control group of its own'
mapfile -t groups < <(own_groups | sed 's,$,/evaluator-soak,')
mkdir -p "${groups[@]}"
chown -R nobody "${groups[@]}"
status=0
( for group in "${groups[@]}"; do echo 0 > "$group/cgroup.procs"; done; exec "${as_nobody[@]}" ) || status=$?
find "${groups[@]}" -depth -type d -exec rmdir {} +
rm -rf "$home"
[ "$status" = 0 ] || exit "$status"

echo '== root, control groups read-only'
unshare -m bash -euc 'grep -o " /sys/fs/cgroup[^ ]*" /proc/self/mountinfo | sort -ru | while read -r mount; do mount -o remount,bind,ro "$mount"; done; exec "$@"' bash "${specs[@]}"
