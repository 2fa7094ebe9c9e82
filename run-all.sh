#!/usr/bin/env bash
# The evaluator's front door: build, evaluate, test, measure. `./run-all.sh help` lists what it does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

evaluator=artifacts/evaluator/evaluator
plugins=artifacts/plugins
city=.city/boston-544

usage() {
    cat <<'TEXT'
usage: ./run-all.sh [DATA]        build, then evaluate SmoothedRate over all cases of the data package DATA
                                  (else $EVALUATOR_DATA, else a synthetic city, generated once into .city/)
       ./run-all.sh board [DIR [ARGS]]
                                  a board with a contest on a small synthetic city, in .board/ unless DIR is given; says where it is served.
                                  ARGS are those of `evaluator board serve`, as --urls http://127.0.0.1:9000
       ./run-all.sh build         publish the program to artifacts/evaluator/, the predictors to artifacts/plugins/
       ./run-all.sh test [ARGS]   run every test; ends with the line `N passed, N failed`
       ./run-all.sh perf [ARGS]   the performance gates (exit code 1 when one is missed, 4 when the machine is too noisy to tell); --json
                                  for programs
       ./run-all.sh peers         publish the programs that ours is measured in, as `perf` and `budget` do
       ./run-all.sh budget [DATA] where the time of a case goes, what the sandbox and each language add
       ./run-all.sh soak          the long proofs: what the tests do on few cases, on many
TEXT
}

die() { printf 'run-all: %s\n' "$*" >&2; exit 2; }

require_sdk() {
    command -v dotnet >/dev/null ||
        die 'the .NET SDK 10 is missing. Get it from your distribution (Debian, Ubuntu: apt-get install dotnet-sdk-10.0) or from dotnet.microsoft.com.'
    dotnet --list-sdks | grep -q '^10\.' ||
        die "the .NET SDK 10 is missing; found: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' '). Get it as dotnet-sdk-10.0."
}

# The walls around a predictor. Without bubblewrap everything works, behind thinner ones.
ensure_bubblewrap() {
    command -v bwrap >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends bubblewrap; } >/dev/null 2>&1 && return
    fi
    echo 'run-all: no bubblewrap: predictors run behind Landlock and seccomp (level 1 instead of 3; SECURITY.md). Install the package bubblewrap for more.' >&2
}

build() {
    require_sdk
    ensure_bubblewrap
    local runtime project
    case "$(uname -m)" in
        x86_64) runtime=linux-x64 ;;
        aarch64) runtime=linux-arm64 ;;
        *) die "there is no build for $(uname -m); x86_64 and aarch64 are supported." ;;
    esac
    echo 'run-all: restoring packages and building; the first time takes some minutes' >&2
    dotnet publish harness/Cli/Cli.csproj -c Release -r "$runtime" -o artifacts/evaluator --nologo -v quiet
    dotnet publish harness/Worker/Worker.csproj -c Release -r "$runtime" -o artifacts/evaluator/worker --nologo -v quiet
    dotnet publish harness/Board/Board.csproj -c Release -r "$runtime" -o artifacts/evaluator/board --nologo -v quiet
    for project in plugins/*/*.*proj; do
        dotnet build "$project" -c Release -o "$plugins/$(basename "${project%.*}")" --nologo -v quiet
    done
    echo "built $evaluator"
}

# What the program is measured in: the least that .NET can do, published as it is itself.
build_peers() {
    local runtime peer
    runtime=linux-$([ "$(uname -m)" = aarch64 ] && echo arm64 || echo x64)
    for peer in MinimalStart HelloWorld; do
        dotnet publish "perf/peers/$peer/$peer.csproj" -c Release -r "$runtime" -o "artifacts/peers/$peer" --nologo -v quiet
    done
}

# The data package to work on: the argument, the environment's, or the synthetic city, made once and kept.
data_package() {
    if [ $# -gt 0 ]; then
        [ -d "$1" ] || die "there is no folder $1; name the folder of a data package."
        printf '%s\n' "$1"
    elif [ -n "${EVALUATOR_DATA:-}" ]; then
        printf '%s\n' "$EVALUATOR_DATA"
    else
        [ -d "$city" ] || "$evaluator" generate "$city" >&2    # appears whole or not at all
        printf '%s\n' "$city"
    fi
}

# A board with a contest on it, made once and kept; a small city, so that a first score is there within a minute.
board() {
    local folder="${1:-.board}" small=.city/small
    shift $(($# > 0))
    [ -d "$small" ] || "$evaluator" generate "$small" --block-groups 40 --seed 2011
    if [ ! -d "$folder" ]; then
        "$evaluator" board new "$folder"
        "$evaluator" board add "$folder" "$small"
    fi
    exec "$evaluator" board serve "$folder" "$@"
}

# The real package stands packed in the shared folder; the tests want it unpacked, in a folder git ignores.
unpack_shared_data() {
    local shared="${EVALUATOR_SHARED:-../shared}"
    [ -z "${EVALUATOR_DATA:-}" ] && [ -f "$shared/boston.tar.xz" ] || return 0
    if [ ! -d artifacts/boston ]; then
        mkdir -p artifacts/boston.part
        tar xJf "$shared/boston.tar.xz" -C artifacts/boston.part
        mv artifacts/boston.part/boston artifacts/boston
    fi
    export EVALUATOR_DATA="$PWD/artifacts/boston"
}

run_tests() {
    require_sdk
    ensure_bubblewrap
    [ -n "${EVALUATOR_SHARED:-}" ] || { [ -d ../shared ] && export EVALUATOR_SHARED="$PWD/../shared"; } || true
    unpack_shared_data
    echo 'run-all: restoring packages and building; the first time takes some minutes' >&2
    dotnet build Evaluator.sln -c Release --nologo -v quiet
    run_specs "$@"
}

# The programs of specs, one after the other; their totals added up, the last line for whoever counts. Boards, workers and browsers wait for
# each other nearly half of the time, so those of the board run twice as many at once as there are cores. The others leave a fifth of two
# cores idle: three at once took 6 min 44 s instead of 8 min 51 s.
run_specs() {
    local log=artifacts/test.log status=0 program threads
    : >"$log"
    for program in Specs BoardSpecs; do
        threads=1.5x
        [ "$program" = Specs ] || threads=2.0x
        "artifacts/bin/$program/release/Evaluator.$program" --no-ansi --progress off --ignore-exit-code 8 --max-threads "$threads" "$@" \
            2>&1 | tee -a "$log" || status=$?
    done
    local total failed skipped
    total=$(added_up total "$log")
    failed=$(added_up failed "$log")
    skipped=$(added_up skipped "$log")
    [ "$total" -gt 0 ] || die "the tests printed no totals; see $log"
    echo "$skipped skipped"
    echo "$((total - failed - skipped)) passed, $failed failed"
    return "$status"
}

added_up() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$2" | awk '{ sum += $1 } END { print sum + 0 }'; }

soak() {
    EVALUATOR_SOAK=1 run_tests "$@"
    if [ "$(id -u)" = 0 ] && [ $# = 0 ]; then tests/hostile-as-others.sh; fi
}

case "${1:-}" in
    help|-h|--help) usage ;;
    build) build ;;
    board) shift; build; board "$@" ;;
    test) shift; run_tests "$@" ;;
    soak) shift; soak "$@" ;;
    peers) build_peers ;;
    perf) shift; build >&2; build_peers >&2; exec dotnet run --project perf/Benchmarks -c Release -- gates "$@" ;;
    budget) shift; build; build_peers; exec dotnet run --project perf/Benchmarks -c Release -- budget "$(data_package "$@")" ;;
    -*) usage >&2; exit 2 ;;
    *)
        [ $# -le 1 ] || die "one folder is expected, found $#: $*. \`./run-all.sh help\` lists what there is."
        [ -z "${1:-}" ] || [ -d "$1" ] ||
            die "$1 is neither a command nor the folder of a data package. \`./run-all.sh help\` lists what there is."
        build
        data=$(data_package "$@")
        oracle=()
        [ ! -f "$data.oracle" ] || oracle=(--oracle "$data.oracle")
        exec "$evaluator" run "$plugins/SmoothedRate/SmoothedRate.dll" --data "$data" "${oracle[@]}"
        ;;
esac
