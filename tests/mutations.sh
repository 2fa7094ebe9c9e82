#!/usr/bin/env bash
# Breaks each of the most important guards once, and lists the specs that notice: tests/mutations.sh [--check | NAME...] [> table]
# With --check nothing is built: only whether each mutation still finds what it breaks, which .ci/run asks.
#
# Theory of operation: the commit that is checked out is copied into a worktree of its own (artifacts/mutations), so nobody's files are touched. There each mutation
# changes one place by sed, the specs are built, those that ought to notice are run, and the file is put back. A guard whose mutation leaves
# them all green has no spec that holds it: exit code 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unnoticed=0 only_check=0
if [ "${1:-}" = --check ]; then only_check=1; shift; fi
wanted=("$@")

top=$PWD copy=$PWD/artifacts/mutations
if [ "$only_check" = 0 ]; then
    if [ ! -d "$copy" ]; then
        git worktree prune
        git worktree add --quiet --detach "$copy" HEAD
    fi
    cd "$copy"
    git checkout --quiet --force --detach "$(git -C "$top" rev-parse HEAD)"
fi
export EVALUATOR_SHARED="${EVALUATOR_SHARED:-$top/../shared}"

build() { dotnet build tests/Specs/Specs.csproj -c Release --nologo -v quiet >"$copy.log" 2>&1; }

# mutation NAME WHAT-IS-BROKEN FILE SED SPECS... ; the file by its name alone, so that it is found wherever it is moved
mutation() {
    local name=$1 what=$2 file edit=$4 red count
    if [ ${#wanted[@]} -gt 0 ] && [[ ! " ${wanted[*]} " == *" $name "* ]]; then return; fi
    file=$(git ls-files "*/$3")
    shift 4
    if [ ! -f "$file" ] || sed -E "$edit" "$file" | cmp --quiet - "$file"; then
        echo "mutations: $name: nothing in ${file:-$name} looks like that any more, or there are several such files; mend the mutation" >&2
        unnoticed=1
        return
    fi
    [ "$only_check" = 0 ] || return 0
    sed -i -E "$edit" "$file"
    if build; then
        local filters=() class
        for class in "$@"; do filters+=(--filter-class "Evaluator.Specs.$class"); done
        artifacts/bin/Specs/release/Evaluator.Specs --no-ansi --progress off "${filters[@]}" >"$copy.log" 2>&1 || true
        red=$(sed -nE 's/^failed Evaluator\.Specs\.([A-Za-z.]+)\.([A-Za-z0-9_]+).*/\1.\2/p' "$copy.log" | sort -u)
    else
        red="does not build: $(grep -oE 'error [A-Z0-9]+' "$copy.log" | sort -u | paste -sd' ')"
    fi
    git checkout --quiet -- "$file"
    count=$(printf '%s' "$red" | grep -c . || true)
    [ "$count" -gt 0 ] || { unnoticed=1 red='**none**'; }
    echo "| $name | $what | \`$(basename "$file")\` | $count | $(printf '%s' "$red" | sed 's/.*/`&`/' | paste -sd' ') |"
}

if [ "$only_check" = 0 ]; then
    build || { echo "mutations: the specs do not build as they are; see $copy.log" >&2; exit 2; }
    echo "| guard | broken so that | in | red | specs |"
    echo "|---|---|---|---|---|"
fi
mutation verdicts 'an exception out of a call is booked as a wrong format' CaseCalls.cs \
    's/(FailureKind\.Exception \} failed => new \w+\(Verdict\.)Crashed/\1WrongFormat/' Harness.FixtureRunSpecs
mutation sandbox 'the filter lets calls through that are on no list' Sandbox/SystemCallFilter.cs \
    's/^( *)program\.Return\(Fail \| NoSuchCall\);\r?$/\1program.Return(Allow);/' Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation futexes 'a futex of a shared file may be waited on and woken' Sandbox/SystemCallFilter.cs \
    's/program\.JumpIfAnySet\(FutexPrivate, 0, 1\)/program.JumpIfAnySet(FutexPrivate, 0, 0)/' Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation tables 'a thread may have a table of descriptors of its own' Sandbox/SystemCallFilter.cs \
    's/OfNoMeaning = 0x004000ff/OfNoMeaning = 0x004004ff/; s/Thread = 0x003d0f00/Thread = 0x003d0b00/' Languages.FilterSpecs
mutation machine 'a worker sees all of /proc' Bubblewrap.cs \
    's/^( *)arguments\.AddRange\("--symlink", program, "\/proc\/self\/exe"\);/\1arguments.AddRange("--proc", "\/proc");/' Sandbox.SelfTestSpecs
mutation door 'a link in what is handed in is followed' FolderIntake.cs \
    's/flags \| LibC\.O_NOFOLLOW/flags/' HandingIn.IntakeSpecs
mutation archives 'any name in an archive is taken' ZipIntake.cs \
    's/StepsOf\(path\)\.Length == 0 \|\| path\.Any\(.*\)\)/path.Length == 0)/' HandingIn.ArchiveSpecs
mutation names 'a field of /proc is found wherever it stands' ProcessTree.cs \
    's/if \(!line\.StartsWith\(field\)\)/if (line.IndexOf(field) < 0)/' Sandbox.ProcessTextSpecs
mutation surplus 'a reply after the last one is passed over' CaseRunner.cs \
    's/is > 0 and int bytes/is < 0 and int bytes/' Sandbox.HostileCorpusSpecs
mutation page-cache 'files may be moved out of the page cache' Sandbox/SystemCallFilter.cs \
    's/OwnReading = \[0, 1, 2\]/OwnReading = [0, 1, 2, 4]/' Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation hiding 'a process may make itself undumpable' Sandbox/SystemCallFilter.cs \
    's/OwnWays = \[2, 3, 15/OwnWays = [2, 3, 4, 15/' Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation unseen 'memory of no file may be shared where nobody counts it' Sandbox/SystemCallFilter.cs \
    's/sharedMemory \? 0 : Anonymous/0/' Languages.FilterSpecs
mutation stores 'timers may be made, which are counted per user' Sandbox/SystemCalls.cs \
    's/^( *)\(291, 20\), \(232/\1(222, 107), (291, 20), (232/' Sandbox.SelfTestSpecs
mutation cores 'a worker may choose its cores' Sandbox/SystemCallFilter.cs \
    's/program\.IfEqual\(itself, \(\) => program\.Return\(Fail\)\);/program.IfEqual(itself, () => program.Return(Allow));/' \
    Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation syncs 'files may be synced' Sandbox/SystemCallFilter.cs \
    's/program\.IfEqual\(call, \(\) => program\.Return\(Fail \| InvalidArgument\)\);/program.IfEqual(call, () => program.Return(Allow));/' \
    Languages.FilterSpecs Sandbox.SelfTestSpecs
mutation emptying 'a file opened for reading may be emptied' Sandbox/SystemCallFilter.cs \
    's/JumpIfEqual\(Emptying, 0, 1\)/JumpIfEqual(Emptying, 1, 1)/' Languages.FilterSpecs
mutation slow-death 'a control group that does not go is forgotten' ControlGroup.cs \
    's/Stragglers\.Add\((\$"the control group .*"), TryRemove\);/_ = \1;/' Disk.WorkingFolderSpecs
mutation odd-names 'what is no text stays in a folder' WorkingFolder.cs \
    '/ToolFinder\.Try\("rm"/d' Disk.WorkingFolderSpecs
mutation watchdog 'a look that fails is nobody'"'"'s' WorkerGuard.cs \
    's/Stop\(StopCause\.NotWatched\);/_ = failure;/' Sandbox.WatchdogFaultSpecs
mutation long-names 'a name in metadata is read as a whole' MetadataText.cs \
    's/ReadUTF8\(Math\.Min\(bytes\.Length, 4 \* MostTold\)\)/ReadUTF8(bytes.Length)/; s/MostRead \? null/int.MaxValue ? null/' HandingIn.IntakeSpecs
mutation search 'a name before the class is parted in every way' CppCompiler.cs \
    's/\(\?>\(/(?:(/' Languages.CompileTimeAttackSpecs
mutation traces 'nobody looks for shared memory' HostTraces.cs \
    's/\["shm", "sem", "msg"\]/["sem", "msg"]/' Sandbox.HostTracesSpecs
mutation secrecy 'September is received before it is predicted' CallingSequence.cs \
    's/for \(int month = 1; month < firstPredicted; month\+\+\)/for (int month = 1; month <= firstPredicted; month++)/' \
    Contest.CallingSequenceSpecs Sandbox.CanarySpecs
mutation sealing 'any seal fits' Seal.cs \
    's/return seal\.AsSpan\(\)\.SequenceEqual\(.*\);/return seal.Length == Digits;/' Runs.DamageSpecs Shards.MergeSpecs
mutation public-view 'every case of the run is open' PublicView.cs \
    's/manifest\.OpenCases\.Intersect\(manifest\.Cases\)/manifest.Cases/' Public.PublicDoorSpecs Public.PublicSummarySpecs
mutation public-totals 'a mean of two closed cases is shown' PublicView.cs \
    's/FewestClosedCases = 10/FewestClosedCases = 2/' Public.PublicDoorSpecs Public.PublicSummarySpecs
mutation same-bits 'one width rounds twice' Bits256.cs \
    's/Vector256\.FusedMultiplyAdd\(left, right, addend\)/left * right + addend/' Scorer.SameBitsSpecs Scorer.GoldenCaseSpecs
mutation resume 'finished cases are played again' RunPlayer.cs \
    's/\.Where\(caseId => !folder\.HasResult\(caseId\)\)//' Runs.ResumeSpecs
mutation merge 'a case without a result is no reason to refuse' Merge.cs \
    's/!accounted\.Contains\(caseId\)/false/' Shards.MergeSpecs Shards.ShardSpecs
# (Four times and not for ever: a predictor of many threads would end only when the machine is found too busy, ten minutes later.)
mutation limits 'CPU time is too much at four times its limit only' WorkerGuard.cs \
    's/cpu\.TotalSeconds > limits\.CpuSeconds/cpu.TotalSeconds > 4 * limits.CpuSeconds/' Harness.FixtureRunSpecs
mutation lint 'a location listed twice is not reported' LocationLint.cs \
    's/^( *)log\.Add\((\w+)\.LocationTwice.*/\1_ = street;/' City.DirtSpecs City.LintSpecs
mutation floors 'a room uses one above it' Sandbox/SystemCallFilter.cs \
    's/\(the polls, in Workers\)/(<see cref="Workers.MemoryFiles"\/>)/' House.FolderGraphSpecs House.ArchitectureSpecs
[ "$only_check" = 0 ] || [ "$unnoticed" = 1 ] || echo "mutations: each finds the guard that it breaks"
exit "$unnoticed"
