#!/usr/bin/env bash
# Lines over 140 columns: there are none; run by .ci/run. The starter kits' files are read on their own, by other people's editors.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

long=$(git ls-files --cached --others --exclude-standard -- '*.cs' | grep -v '/Kits/' | LC_ALL=C.UTF-8 xargs grep -nE '^.{141,}' || true)
if [ -n "$long" ]; then
    printf '%s\n' "$long" | cut -c1-200
    echo "columns: $(printf '%s\n' "$long" | wc -l) lines are longer than 140 columns; break them" >&2
    exit 1
fi
echo "columns: no line over 140"
