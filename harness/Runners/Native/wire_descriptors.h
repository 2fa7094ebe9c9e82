// The two ends of the wire, moved out of the predictor's reach (harness/Wire/PROTOCOL.md): afterwards standard input is empty and standard
// output is standard error. Shared by the runners of C++ and Java.

#pragma once

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace evaluator
{
    struct WireDescriptors
    {
        int requests, replies;
    };

    // What only the machine can be blamed for. It ends the process before it says hello, so the harness books it to nobody.
    [[noreturn]] inline void giveUp(const char* what)
    {
        std::fprintf(stderr, "the runner can't %s: %s\n", what, std::strerror(errno));
        std::_Exit(70);
    }

    inline int checked(int result, const char* what)
    {
        if (result < 0)
            giveUp(what);
        return result;
    }

    inline WireDescriptors takeWire()
    {
        constexpr int lowest = 64;
        int requests = checked(fcntl(0, F_DUPFD_CLOEXEC, lowest), "move standard input");
        int replies = checked(fcntl(1, F_DUPFD_CLOEXEC, lowest), "move standard output");
        checked(dup2(2, 1), "point standard output at standard error");
        int nothing = checked(open("/dev/null", O_RDONLY), "open /dev/null");
        checked(dup2(nothing, 0), "empty standard input");
        close(nothing);
        return {requests, replies};
    }
}
