#!/usr/bin/env bash
# Makes the image of Containerfile without a registry: Debian's packages, this repository, podman. As root.
#   harness/Board/Operating/image.sh [NAME]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
name="${1:-evaluator-board}"
work="$root/artifacts/image"

[ "$(id -u)" = 0 ] || { echo 'image: run it as root: debootstrap makes device nodes and owners' >&2; exit 2; }
for tool in debootstrap podman tar; do
    command -v "$tool" >/dev/null || { echo "image: $tool is missing: apt-get install debootstrap podman" >&2; exit 2; }
done
case "$(uname -m)" in x86_64) runtime=linux-x64 ;; aarch64) runtime=linux-arm64 ;; *) echo "image: no build for $(uname -m)" >&2; exit 2 ;; esac

mkdir -p "$work"
if [ ! -f "$work/rootfs.tar" ]; then
    debootstrap --variant=minbase --include=ca-certificates,libicu72,libssl3,libstdc++6,zlib1g,tzdata bookworm "$work/rootfs"
    install -d -o 10001 -g 10001 -m 700 "$work/rootfs/board"
    rm -rf "$work/rootfs/var/cache/apt/archives" "$work/rootfs/var/lib/apt/lists"
    tar -C "$work/rootfs" --one-file-system -cf "$work/rootfs.tar.part" .
    mv "$work/rootfs.tar.part" "$work/rootfs.tar"
fi
dotnet publish "$root/harness/Board/Board.csproj" -c Release -r "$runtime" --self-contained true -p:RestoreLockedMode=false \
    -o "$work/published" --nologo -v quiet
podman build -t "$name" -f "$here/Containerfile" "$work"
