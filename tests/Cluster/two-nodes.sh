#!/usr/bin/env bash
# A Slurm cluster of two nodes on this one machine, in a folder of its own, for tests. Needs root, slurmctld, slurmd, munged, iproute2.
# Node n2 has a network, a host name and a mount table of its own, so it can be cut off, told apart, and have its disks filled.
#
#   two-nodes.sh up DIR              start everything; ends when both nodes are idle
#   two-nodes.sh down DIR            end what was started, by its process ids, and remove the network
#   two-nodes.sh off|on DIR NODE     switch a node off (every process of it, at once) and on again
#   two-nodes.sh cut|heal DIR        take n2 off the network; its tasks run on
#   two-nodes.sh restart DIR         stop the controller and start it again
#   two-nodes.sh inside DIR COMMAND  run a command in n2's mount table
#   two-nodes.sh env DIR             the variable that points Slurm's programs at this cluster
set -euo pipefail

act=$1 dir=$2
id=$(cksum <<<"$dir" | cut -c1-4)
# Slurm names its control groups after the nodes: two clusters on one machine must not share them.
n1=n1-$id n2=n2-$id
netns=ev-$id outer=ev-$id-a inner=ev-$id-b net=10.98.$((id % 250)) port=$((17000 + id % 900 * 4))
export SLURM_CONF=$dir/slurm.conf

pid() { cat "$dir/$1.pid"; }
alive() { [ -s "$dir/$1.pid" ] && kill -0 "$(pid "$1")" 2>/dev/null; }
wait_for() { local n; for n in $(seq 300); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; echo "two-nodes: gave up on: $*" >&2; return 1; }

# Starts a daemon in a session of its own, and keeps its process id.
start() { local name=$1; shift; setsid "$@" >>"$dir/$name.out" 2>&1 </dev/null & echo $! >"$dir/$name.pid"; }
stop() { alive "$1" || return 0; kill "-${2:-TERM}" "$(pid "$1")" 2>/dev/null || true; wait_for not_alive "$1" || kill -KILL "$(pid "$1")"; }
not_alive() { ! alive "$1"; }

start_controller() { start slurmctld slurmctld -D; wait_for scontrol ping; }
start_node() {
    case $1 in
        n1) TWO_NODES=$n1 start n1 unshare --uts sh -c "hostname n1; exec slurmd -D -N $n1" ;;
        n2) TWO_NODES=$n2 start n2 nsenter --net="/run/netns/$netns" unshare --uts --mount sh -c "hostname n2; exec slurmd -D -N $n2" ;;
    esac
}
idle() { [ "$(sinfo -h -o '%T %D')" = 'idle 2' ]; }

# All of a node at once, as if its plug was pulled: daemon, job steps (both have TWO_NODES), tasks (SLURMD_NODENAME). Workers die with their harness.
processes_of() {
    { grep -slzx "SLURM_CONF=$SLURM_CONF" /proc/[0-9]*/environ || true; } | { xargs -r grep -slzxE "(TWO_NODES|SLURMD_NODENAME)=$1-$id" || true; } | cut -d/ -f3
}

case $act in
    up)
        mkdir -p "$dir/state" "$dir/munge"
        echo "$id" >"$dir/id"
        chmod 755 "$dir"
        dd if=/dev/urandom of="$dir/munge/key" bs=64 count=1 status=none
        chown -R munge:munge "$dir/munge"; chmod 711 "$dir/munge"; chmod 400 "$dir/munge/key"
        ip netns add "$netns"
        ip link add "$outer" type veth peer name "$inner" && ip link set "$inner" netns "$netns"
        ip addr add "$net.1/30" dev "$outer" && ip link set "$outer" up
        nsenter --net="/run/netns/$netns" sh -c "ip addr add $net.2/30 dev $inner && ip link set $inner up && ip link set lo up"
        host=$(hostname)
        # Slurm's plugin for the unified hierarchy wants systemd; without cgroup v1, memory is not enforced.
        if [ -d /sys/fs/cgroup/memory ]; then proctrack=cgroup task=cgroup; else proctrack=linuxproc task=none; fi
        cat >"$dir/slurm.conf" <<CONF
ClusterName=evaluator$id
SlurmctldHost=$host($net.1)
SlurmctldPort=$port
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket,cred_expire=${CRED_EXPIRE:-10}
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
SlurmctldPidFile=$dir/slurmctld.run
SlurmdPidFile=$dir/slurmd-%n.run
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd-%n.log
ProctrackType=proctrack/$proctrack
TaskPlugin=task/$task
TaskProlog=$dir/task-prolog.sh
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory,CR_LLN
SchedulerParameters=sched_interval=2,bf_interval=2
SlurmdTimeout=${SLURMD_TIMEOUT:-8}
SlurmctldTimeout=15
KillWait=3
InactiveLimit=0
ReturnToService=2
JobRequeue=1
DefMemPerCPU=256
MpiDefault=none
NodeName=$n1 NodeHostname=$host NodeAddr=$net.1 Port=$((port + 1)) CPUs=2 RealMemory=6000 State=UNKNOWN
NodeName=$n2 NodeHostname=$host NodeAddr=$net.2 Port=$((port + 2)) CPUs=2 RealMemory=6000 State=UNKNOWN
PartitionName=eval Nodes=$n1,$n2 Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
CONF
        printf '%s\n' CgroupPlugin=cgroup/v1 CgroupMountpoint=/sys/fs/cgroup CgroupAutomount=no ConstrainRAMSpace=yes ConstrainSwapSpace=yes \
            AllowedSwapSpace=0 ConstrainCores=no ConstrainDevices=no >"$dir/cgroup.conf"
        # n2 is the older machine: its tasks get registers of half the width.
        printf '#!/bin/sh\ncase $SLURMD_NODENAME in n2-*) echo export DOTNET_EnableAVX512=0; echo export DOTNET_EnableAVX2=0;; esac\nexit 0\n' >"$dir/task-prolog.sh"
        chmod 755 "$dir/task-prolog.sh"
        start munged runuser -u munge -- munged --foreground --socket="$dir/munge/socket" --key-file="$dir/munge/key" --pid-file="$dir/munge/pid" \
            --log-file="$dir/munge/log" --seed-file="$dir/munge/seed"
        wait_for test -S "$dir/munge/socket"
        start_controller
        start_node n1
        start_node n2
        wait_for idle
        ;;
    down)
        for node in n1 n2; do processes_of "$node" 2>/dev/null | xargs -r kill -KILL 2>/dev/null || true; done
        stop slurmctld
        stop munged
        ip link del "$outer" 2>/dev/null || true
        ip netns del "$netns" 2>/dev/null || true
        ;;
    off) processes_of "$3" | xargs -r kill -KILL 2>/dev/null || true ;;
    on) start_node "$3" ;;
    cut) nsenter --net="/run/netns/$netns" ip link set "$inner" down ;;
    heal) nsenter --net="/run/netns/$netns" ip link set "$inner" up ;;
    restart) stop slurmctld; start_controller ;;
    inside) shift 2; nsenter --mount="/proc/$(pid n2)/ns/mnt" "$@" ;;
    env) echo "SLURM_CONF=$SLURM_CONF" ;;
    *) sed -n '2,13p' "$0" >&2; exit 2 ;;
esac
