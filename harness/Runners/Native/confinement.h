// What only a process can do to itself before it lets a stranger's code in. The walls around it (bubblewrap, Landlock, a control group) stand
// already. The same as harness/Worker/Walls does for .NET.

#pragma once

#include "wire_descriptors.h"

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <vector>

namespace evaluator
{
    // The seccomp program that the harness has written (harness/Confinement/Sandbox/SystemCallFilter.cs), for all threads of this process and for good.
    class SystemCallFilter
    {
        static constexpr size_t DigitsAnInstruction = 16;
        static constexpr uint32_t Self = 0x5E1F5E1F;    // the operand that stands for this process's number
        std::vector<sock_filter> program_;

    public:
        // Eight bytes an instruction, in hex.
        explicit SystemCallFilter(const std::string& text)
        {
            for (size_t at = 0; at + DigitsAnInstruction <= text.size(); at += DigitsAnInstruction)
            {
                uint64_t number = std::strtoull(text.substr(at, DigitsAnInstruction).c_str(), nullptr, 16);
                sock_filter instruction;
                static_assert(sizeof instruction == sizeof number);
                std::memcpy(&instruction, &number, sizeof instruction);
                if (instruction.k == Self)
                    instruction.k = (uint32_t)getpid();
                program_.push_back(instruction);
            }
        }

        // Returns false, with errno, where the kernel refuses.
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
            rlimit both;
            checked(getrlimit((__rlimit_resource)resource, &both), what);
            both.rlim_cur = both.rlim_max = std::min(value, both.rlim_max);    // where somebody has set a lower one, that one stays
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
            constexpr rlim_t mostDescriptors = 4096;       // a predictor needs a handful
            constexpr rlim_t mostPendingSignals = 1024;    // they are counted per user of the machine
            limit(RLIMIT_CORE, 0, "forbid core files");
            limit(RLIMIT_NOFILE, mostDescriptors, "limit the descriptors");
            limit(RLIMIT_SIGPENDING, mostPendingSignals, "limit the pending signals");
            limit(RLIMIT_MEMLOCK, 0, "forbid locked memory");
            limitIfAsked(RLIMIT_DATA, "EVALUATOR_DATA_BYTES", "limit the data");
            // It holds for a memfd as well, which a poll may come too late to see. Past it a write is to fail, not to end the process.
            std::signal(SIGXFSZ, SIG_IGN);
            limitIfAsked(RLIMIT_FSIZE, "EVALUATOR_FILE_BYTES", "limit the files");
            limitIfAsked(RLIMIT_NPROC, "EVALUATOR_TASKS", "limit the threads");
            if (std::string filter = variable("EVALUATOR_FILTER"); !filter.empty() && !SystemCallFilter(filter).install())
                giveUp("install the system call filter");

            std::string kept[][2] = {{"HOME", variable("HOME")}, {"TMPDIR", variable("TMPDIR")}, {"TZ", variable("TZ")}};
            clearenv();
            for (auto& [name, value] : kept)
                if (!value.empty())
                    setenv(name.c_str(), value.c_str(), 1);
        }
    };

    // Where the harness asks for it (`evaluator run --debug`). Anybody who may may look into this process, also where only a parent could otherwise.
    inline void waitForDebuggerIfAsked()
    {
        constexpr useconds_t pause = 100'000;
        if (!std::getenv("EVALUATOR_DEBUG"))
            return;
        prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
        for (bool traced = false; !traced; usleep(pause))
        {
            std::ifstream status("/proc/self/status");
            for (std::string line; std::getline(status, line);)
                traced |= line.rfind("TracerPid:", 0) == 0 && line != "TracerPid:\t0";
        }
    }

    inline void endWithParent()
    {
        pid_t parent = getppid();
        checked(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "tie its life to its parent's");
        // The parent may have died before the request was in: then nobody would ever send the signal.
        if (getppid() != parent)
            std::_Exit(0);
    }
}
