// Where a predictor failed, as text. A frame in its library is an offset, [+0x1234]: the library has no names (they would be room for a megabyte
// beyond what is allowed), the harness turns offsets into functions and lines (harness/Confinement/Languages/CppLines.cs).

#pragma once

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <memory>
#include <new>
#include <string>
#include <typeinfo>
#include <ucontext.h>
#include <unistd.h>

namespace evaluator
{
    class Backtrace
    {
        static constexpr int MostFrames = 32;
        static constexpr size_t MostCharactersOfFrame = 300;
        void* frames_[MostFrames];
        int count_ = 0;

        static const void*& own()
        {
            static const void* base;
            return base;
        }

    public:
        // To be called before anything can fail: the first walk along a stack loads what it needs.
        static void prepare()
        {
            Dl_info info;
            if (dladdr((void*)&Backtrace::prepare, &info))
                own() = info.dli_fbase;
            Backtrace().take();
        }

        void take() { count_ = backtrace(frames_, MostFrames); }
        void forget() { count_ = 0; }

        // Gives a frame after the other, " at " and what it is, from the one after `from` (a name) or the address `at`, down to the runner's own.
        // Takes no memory.
        template <class Put>
        void tell(const char* from, const void* at, Put put) const
        {
            int begin = 0;
            for (int i = 0; i < count_; i++)
            {
                Dl_info info;
                if (at ? frames_[i] == at : dladdr(frames_[i], &info) && info.dli_sname && std::strcmp(info.dli_sname, from) == 0)
                    begin = at ? i : i + 1;
            }
            for (int i = begin; i < count_; i++)
            {
                // What was called returns behind the call, which may be another line.
                const char* address = (const char*)frames_[i] - (frames_[i] == at ? 0 : 1);
                Dl_info info;
                if (!dladdr(address, &info) || !info.dli_fname)
                    continue;
                if (info.dli_fbase == own())
                    return;
                char line[MostCharactersOfFrame];
                const char* slash = std::strrchr(info.dli_fname, '/');
                const char* file = slash ? slash + 1 : info.dli_fname;
                if (std::strcmp(file, "predictor.so") == 0)
                    std::snprintf(line, sizeof line, " at [+0x%zx]", (size_t)(address - (const char*)info.dli_fbase));
                else if (info.dli_sname)
                    std::snprintf(line, sizeof line, " at %s (%s)", info.dli_sname, file);
                else
                    continue;
                if (!put(line))
                    return;
            }
        }
    };

    // A frame's line with the function's name as it is written.
    inline std::string plain(const std::string& line)
    {
        constexpr size_t begin = 4, most = 200;    // " at "
        size_t end = line.find(' ', begin);
        int status = -1;
        std::unique_ptr<char, void (*)(void*)> name(
            end == line.npos ? nullptr : abi::__cxa_demangle(line.substr(begin, end - begin).c_str(), nullptr, nullptr, &status), std::free);
        return name ? line.substr(0, begin) + std::string(name.get()).substr(0, most) + line.substr(end) : line;
    }

    // The backtrace of an exception at the place where it was thrown, if nobody but the runner catches it. `catch (ThrownBy&)` catches nothing:
    // its type's type_info is ours, and is asked for every exception that gets so far, before a frame of the stack is given up.
    struct ThrownBy
    {
        virtual void neverDefined();    // so the compiler takes it that its type_info is defined elsewhere
    };

    class Thrower : public std::type_info
    {
    public:
        Thrower() : std::type_info("thrower") {}

        static Backtrace& last()
        {
            static Backtrace backtrace;
            return backtrace;
        }

        bool __do_catch(const std::type_info*, void**, unsigned) const override
        {
            last().take();
            return false;
        }
    };

    // The topmost frame that is the predictor's, then all, a line each; for behind an exception's message. Empty where there is no memory for it.
    inline std::string thrownAt()
    {
        try
        {
            std::string top, all;
            Thrower::last().tell("__cxa_throw", nullptr, [&](const char* line) {
                if (top.empty() && line[4] == '[')
                    top = line;
                all.append("\n  ").append(plain(line));
                return true;
            });
            return top + all;
        }
        catch (const std::bad_alloc&)
        {
            return "";
        }
    }

    // Tells on standard error which signal ended the process, and where; then the process ends by that signal, as it would have.
    class FatalSignals
    {
        static const char* nameOf(int signal)
        {
            switch (signal)
            {
                case SIGSEGV: return "SIGSEGV: memory that is not the program's was used";
                case SIGBUS: return "SIGBUS: memory that has nothing behind it was used";
                case SIGFPE: return "SIGFPE: an integer was divided by 0, or the result does not fit";
                case SIGILL: return "SIGILL: not an instruction; the end of a function without return, perhaps";
                case SIGTRAP: return "SIGTRAP: a trap";
                default: return "SIGABRT: abort()";
            }
        }

        static void say(const char* text) { (void)!write(STDERR_FILENO, text, std::strlen(text)); }

        static const void* placeOf(void* context)
        {
#if defined(__x86_64__)
            return (const void*)((ucontext_t*)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
            return (const void*)((ucontext_t*)context)->uc_mcontext.pc;
#else
            (void)context;
            return nullptr;
#endif
        }

        static void handle(int signal, siginfo_t* about, void* context)
        {
            std::signal(signal, SIG_DFL);    // whatever goes wrong below ends the process as well
            say(nameOf(signal));
            if (signal == SIGSEGV || signal == SIGBUS)
            {
                char address[40];
                std::snprintf(address, sizeof address, ", at address 0x%zx", (size_t)about->si_addr);
                say(address);
            }
            Backtrace frames;
            frames.take();
            frames.tell("", placeOf(context), [](const char* line) {
                say("\n  ");
                say(line);
                return true;
            });
            say("\n");
            raise(signal);
        }

    public:
        // On a stack of its own: a predictor's may be what has run out.
        static void watch()
        {
            alignas(16) static char stack[64 << 10];
            stack_t own = {};
            own.ss_sp = stack;
            own.ss_size = sizeof stack;
            if (sigaltstack(&own, nullptr) != 0)
                return;
            struct sigaction action = {};
            action.sa_sigaction = handle;
            action.sa_flags = SA_SIGINFO | SA_ONSTACK;
            for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP})
                sigaction(signal, &action, nullptr);
        }
    };
}

// The type_info of ThrownBy, by the name that the compiler looks for.
inline const evaluator::Thrower thrower __asm__("_ZTIN9evaluator8ThrownByE") __attribute__((used));
