// What only a process can do to itself before it lets a stranger's code in. The walls around it (bubblewrap, Landlock, a control group) stand
// already. The same as harness/Worker/Confinement does for .NET; a spec holds the two lists of system calls against each other.

#pragma once

#include "wire_descriptors.h"

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <vector>

namespace evaluator
{
#if defined(__x86_64__)
    constexpr uint32_t Architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    constexpr uint32_t Architecture = AUDIT_ARCH_AARCH64;
#else
#error "no table of system calls for this architecture"
#endif

    // What a predictor has no use for, and what attacks on other processes or the kernel begin with.
    constexpr uint32_t Forbidden[] = {
#if defined(__x86_64__)
        SYS_fork, SYS_vfork, SYS_iopl, SYS_ioperm,
        SYS_inotify_init, SYS_modify_ldt, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
        SYS_execve, SYS_execveat,
        SYS_socket, SYS_connect, SYS_accept, SYS_bind, SYS_listen, SYS_socketpair, SYS_accept4,
        SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp,
        SYS_rt_sigqueueinfo, SYS_tkill, SYS_rt_tgsigqueueinfo,
        SYS_init_module, SYS_delete_module, SYS_finit_module, SYS_kexec_load, SYS_kexec_file_load, SYS_reboot,
        SYS_pivot_root, SYS_chroot, SYS_mount, SYS_umount2, SYS_swapon, SYS_swapoff, SYS_unshare, SYS_setns,
        SYS_perf_event_open, SYS_fanotify_init, SYS_bpf, SYS_userfaultfd,
        SYS_add_key, SYS_request_key, SYS_keyctl,
        SYS_shmget, SYS_shmat, SYS_shmctl, SYS_shmdt, SYS_semget, SYS_semop, SYS_semctl, SYS_semtimedop,
        SYS_msgget, SYS_msgsnd, SYS_msgrcv, SYS_msgctl, SYS_mq_open, SYS_mq_unlink,    // System V memory outlives its process
        SYS_syslog, SYS_personality, SYS_acct, SYS_sethostname, SYS_setdomainname, SYS_quotactl, SYS_nfsservctl, SYS_lookup_dcookie,
        SYS_adjtimex, SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime,
        SYS_name_to_handle_at, SYS_open_by_handle_at,
        SYS_setpriority, SYS_sched_setparam, SYS_sched_setscheduler, SYS_sched_setattr, SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages,
        SYS_io_setup, SYS_inotify_init1, SYS_sync, SYS_syncfs,    // from stores that all processes, or all of a user, share
        // What no wall of files stops: changes through a descriptor for reading, and locks that others wait for.
        SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat,
        SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, SYS_flock,
        // From here on by number, for headers older than the kernel; they are the same on every architecture.
        424, 434, 438, 440, 448,              // pidfd_send_signal, pidfd_open, pidfd_getfd, process_madvise, process_mrelease
        425, 426, 427,                        // io_uring_setup, io_uring_enter, io_uring_register
        428, 429, 430, 431, 432, 433, 442,    // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        447,                                  // memfd_secret: memory that no limiter's poll can see
        452, 463, 466, 469,                   // fchmodat2, setxattrat, removexattrat, file_setattr
    };

    class SystemCallFilter
    {
        static constexpr uint32_t Fail = SECCOMP_RET_ERRNO | EPERM, NoSuchCall = SECCOMP_RET_ERRNO | ENOSYS, Clone3 = 435;
        std::vector<sock_filter> program_;

        void add(uint16_t code, uint32_t operand, uint8_t ifTrue = 0, uint8_t ifFalse = 0) { program_.push_back({code, ifTrue, ifFalse, operand}); }
        void loadNumber() { add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)); }
        void loadArgument(int index) { add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args) + 8 * index); }
        void ret(uint32_t what) { add(BPF_RET | BPF_K, what); }

        // The call fails unless the lower half of an argument is one of these.
        void allowOnly(uint32_t call, int argument, const std::vector<uint32_t>& allowed)
        {
            add(BPF_JMP | BPF_JEQ | BPF_K, call, 0, (uint8_t)(allowed.size() + 3));
            loadArgument(argument);
            for (size_t i = 0; i < allowed.size(); i++)
                add(BPF_JMP | BPF_JEQ | BPF_K, allowed[i], (uint8_t)(allowed.size() - i), 0);
            ret(Fail);
            loadNumber();
        }

        // The call fails if the lower half of an argument is one of these.
        void refuse(uint32_t call, int argument, const std::vector<uint32_t>& refused)
        {
            add(BPF_JMP | BPF_JEQ | BPF_K, call, 0, (uint8_t)(refused.size() + 3));
            loadArgument(argument);
            for (size_t i = 0; i < refused.size(); i++)
                add(BPF_JMP | BPF_JEQ | BPF_K, refused[i], (uint8_t)(refused.size() - 1 - i), i + 1 == refused.size());
            ret(Fail);
            loadNumber();
        }

    public:
        explicit SystemCallFilter(uint32_t self)
        {
            // Another architecture's numbers mean other calls: none is let through. x32 is one of those, under x64's name.
            add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
            add(BPF_JMP | BPF_JEQ | BPF_K, Architecture, 1, 0);
            ret(NoSuchCall);
            loadNumber();
            add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
            ret(NoSuchCall);
            for (uint32_t call : Forbidden)
            {
                add(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1);
                ret(Fail);
            }
            // clone3 hides its flags from filters; the C library then falls back to clone, which makes threads here and nothing else.
            add(BPF_JMP | BPF_JEQ | BPF_K, Clone3, 0, 1);
            ret(NoSuchCall);
            add(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4);
            loadArgument(0);
            add(BPF_JMP | BPF_JSET | BPF_K, 0x00010000, 1, 0);    // CLONE_THREAD
            ret(Fail);
            loadNumber();
            // Signals, limits and cores: its own, which aborts and the Java runtime need.
            allowOnly(SYS_kill, 0, {self});
            allowOnly(SYS_tgkill, 0, {self});
            allowOnly(SYS_prlimit64, 0, {0, self});
            allowOnly(SYS_sched_setaffinity, 0, {0, self});
            refuse(SYS_prctl, 0, {PR_SET_PDEATHSIG});    // a worker must not outlive the harness
            refuse(SYS_fcntl, 1, {F_GETLK, F_SETLK, F_SETLKW, 36, 37, 38, F_SETLEASE, F_NOTIFY, F_SETOWN, F_SETSIG, F_SETOWN_EX});    // 36 to 38: the locks of open files
            allowOnly(SYS_ioctl, 1, {TCGETS, 0x802c542a, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX});    // questions; others change files and devices
            ret(SECCOMP_RET_ALLOW);
        }

        // For all threads at once. Returns false, with errno, where the kernel refuses.
        bool install()
        {
            sock_fprog program = {(unsigned short)program_.size(), program_.data()};
            return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
                && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
        }
    };

    // Locks this process in as the harness asks for, before it says hello: a process that can't be locked in never meets a predictor. Then
    // empties the environment: where things are installed differs from machine to machine.
    class Confinement
    {
        static std::string variable(const char* name)
        {
            const char* value = std::getenv(name);
            return value ? value : "";
        }

        static void limit(int resource, rlim_t value, const char* what)
        {
            rlimit both = {value, value};
            checked(setrlimit((__rlimit_resource)resource, &both), what);
        }

        static void limitIfAsked(int resource, const char* name, const char* what)
        {
            if (rlim_t value = std::strtoull(variable(name).c_str(), nullptr, 10))
                limit(resource, value, what);
        }

    public:
        static void enter()
        {
            constexpr rlim_t mostDescriptors = 8192;    // they cost memory that no limit of ours sees
            limit(RLIMIT_CORE, 0, "forbid core files");
            limit(RLIMIT_NOFILE, mostDescriptors, "limit the descriptors");
            limitIfAsked(RLIMIT_DATA, "EVALUATOR_DATA_BYTES", "limit the data");
            // It holds for a memfd as well, which a poll may come too late to see. Past it a write is to fail, not to end the process.
            std::signal(SIGXFSZ, SIG_IGN);
            limitIfAsked(RLIMIT_FSIZE, "EVALUATOR_FILE_BYTES", "limit the files");
            limitIfAsked(RLIMIT_NPROC, "EVALUATOR_TASKS", "limit the threads");
            if (variable("EVALUATOR_FILTER") == "1" && !SystemCallFilter((uint32_t)getpid()).install())
                giveUp("install the system call filter");

            std::string kept[][2] = {{"HOME", variable("HOME")}, {"TMPDIR", variable("TMPDIR")}, {"TZ", variable("TZ")}};
            clearenv();
            for (auto& [name, value] : kept)
                if (!value.empty())
                    setenv(name.c_str(), value.c_str(), 1);
        }
    };

    inline void endWithParent()
    {
        pid_t parent = getppid();
        checked(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "tie its life to its parent's");
        // The parent may have died before the request was in: then nobody would ever send the signal.
        if (getppid() != parent)
            std::_Exit(0);
    }
}
