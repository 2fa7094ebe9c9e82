#!/usr/bin/env bash
# Lines over 140 columns, in the rooms that have none; run by .ci/run. `tests/columns.sh all` looks at the others as well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

kept=(scorer harness/Cli harness/City harness/Cluster harness/Comparing harness/Confinement harness/Contest harness/Harness harness/Probe harness/Report
    harness/Wire harness/Worker tests/Specs)
[ "${1:-}" != all ] || kept=(.)

long=$(git ls-files -- "${kept[@]/%//*.cs}" | grep -v '/Kits/' | LC_ALL=C.UTF-8 xargs grep -nE '^.{141,}' || true)
if [ -n "$long" ]; then
    printf '%s\n' "$long" | cut -c1-200
    echo "columns: $(printf '%s\n' "$long" | wc -l) lines are longer than 140 columns; break them" >&2
    exit 1
fi
echo "columns: no line over 140"
