// Theory of operation. The C++ runner plays one case and then ends (harness/Wire/PROTOCOL.md). The submission is a shared library, opened only
// on Load, when this process has long locked itself in: so neither its constructors of global objects nor anything else of it runs unconfined,
// and what it does wrong while it is loaded is counted and answered like everything else. From then on the process is in the
// predictor's hands; limits, clock and truth are the harness's, outside.

#include "../Native/confinement.h"
#include "../Native/user_name.h"
#include "backtrace.h"
#include "payload.h"
#include "thread_join.h"

#include <cstdlib>
#include <cxxabi.h>
#include <dlfcn.h>
#include <iterator>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <typeinfo>

using namespace evaluator;

namespace
{
    enum Request : uint8_t { Tables = 1, Load, Setup_, ReceiveEvents_, Predict_, Bye };
    enum Answer : uint8_t { Hello = 65, Done, Predictions, WrongFormat, Failed };
    enum Reason : uint8_t { Exception = 1, OutOfMemory, NotLoadable, Ours };

    constexpr uint32_t Version = 1;
    constexpr int TableCount = 9;
    constexpr size_t MostBytesOfMessage = 4000, MostBytesInAll = 60000;    // of the 64 KiB that the harness takes
    constexpr uint32_t MostBytesOfRequest = 256 << 20;    // no month has a tenth of it

    struct Header
    {
        uint32_t length;
        uint16_t sequence;
        uint8_t kind, zero;
    };
    static_assert(sizeof(Header) == 8);

    // The request can't be answered as it should be; the text goes to the harness and the runner leaves.
    struct Failure
    {
        Reason reason;
        std::string text;
    };

    class Session
    {
        const WireDescriptors wire_;
        std::vector<char> payload_;
        std::vector<Strings> tables_;
        Predictor* predictor_ = nullptr;    // never deleted: its end is the process's

        bool read(void* bytes, size_t count)
        {
            for (char* at = (char*)bytes; count > 0;)
            {
                ssize_t got = ::read(wire_.requests, at, count);
                if (got < 0 && errno == EINTR)
                    continue;
                if (got <= 0)
                    return false;
                at += got;
                count -= (size_t)got;
            }
            return true;
        }

        void write(const void* bytes, size_t count)
        {
            for (const char* at = (const char*)bytes; count > 0;)
            {
                ssize_t put = ::write(wire_.replies, at, count);
                if (put < 0 && errno == EINTR)
                    continue;
                if (put <= 0)
                    std::_Exit(0);    // nobody reads at the other end any more
                at += put;
                count -= (size_t)put;
            }
        }

        void reply(Answer kind, uint16_t sequence, const void* payload = nullptr, size_t length = 0)
        {
            Header header = {(uint32_t)length, sequence, kind, 0};
            write(&header, sizeof header);
            write(payload, length);
        }

        void readTables(PayloadReader request)
        {
            std::string path = request.text();
            request.end();
            int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
            struct stat about;
            if (file < 0 || fstat(file, &about) != 0)
                throw Failure{Ours, "the tables file " + path + " can't be read: " + std::strerror(errno)};
            size_t size = (size_t)about.st_size;
            void* bytes = size == 0 ? nullptr : mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
            if (bytes == MAP_FAILED)
                throw Failure{Ours, "the tables file " + path + " can't be mapped: " + std::strerror(errno)};
            close(file);
            try
            {
                PayloadReader lists((const char*)bytes, size);
                for (int i = 0; i < TableCount; i++)
                    tables_.push_back(lists.list());
                lists.end();
            }
            catch (const Malformed& malformed)
            {
                throw Failure{Ours, "the tables file " + path + " can't be read: " + malformed.what()};
            }
            if (bytes)
                munmap(bytes, size);
        }

        void load(PayloadReader request)
        {
            std::string path = request.text();
            request.text();    // the class is named in the library
            request.end();
            calling([&] {
                void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
                auto make = library ? (Predictor* (*)())dlsym(library, "evaluator_make_predictor") : nullptr;
                if (!make)
                    throw Failure{NotLoadable, dlerror()};
                predictor_ = make();
            });
        }

        void predict(PayloadReader request, uint16_t sequence)
        {
            std::string blockGroup = request.text();
            int month = (int)request.u32();
            uint32_t expected = request.u32();
            Strings locations = request.list();
            request.end();
            std::vector<double> predictions;
            calling([&] { predictions = loaded().predict(std::move(blockGroup), month, std::move(locations)); });
            if (predictions.size() == expected)
                return reply(Predictions, sequence, predictions.data(), predictions.size() * sizeof(double));
            char shape[9] = {1};
            uint64_t length = predictions.size();
            std::memcpy(shape + 1, &length, sizeof length);
            reply(WrongFormat, sequence, shape, sizeof shape);
        }

        Predictor& loaded()
        {
            if (!predictor_)
                throw Malformed("a call came before Load");
            return *predictor_;
        }

        // Runs the predictor's code and turns what it throws into a Failure.
        template <class Call>
        static void calling(Call call)
        {
            Thrower::last().forget();
            try
            {
                try
                {
                    call();
                }
                catch (ThrownBy&)    // nothing, but it sees where
                {
                    throw;
                }
            }
            catch (const Failure&)
            {
                throw;
            }
            catch (const Malformed&)
            {
                throw;
            }
            // A length that no memory could hold is a mistake in the program, not a lack of memory.
            catch (const std::bad_array_new_length& thrown)
            {
                throw Failure{Exception, describe(thrown)};
            }
            catch (const std::bad_alloc& thrown)
            {
                throw Failure{OutOfMemory, describe(thrown)};
            }
            catch (const std::exception& thrown)
            {
                throw Failure{Exception, describe(thrown)};
            }
            catch (...)
            {
                const std::type_info* type = abi::__cxa_current_exception_type();
                throw Failure{Exception, (type ? nameOf(*type) : "something that is no exception was thrown") + thrownAt()};
            }
        }

        static std::string nameOf(const std::type_info& type)
        {
            int status;
            std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
            return name ? name.get() : type.name();
        }

        static std::string describe(const std::exception& thrown)
        {
            return cut(nameOf(typeid(thrown)) + ": " + thrown.what(), MostBytesOfMessage) + thrownAt();
        }

        void fail(uint16_t sequence, const Failure& failure)
        {
            std::string text = cut(failure.text, MostBytesInAll);
            uint32_t length = (uint32_t)text.size();
            std::string payload(1, (char)failure.reason);
            payload.append((const char*)&length, sizeof length).append(text);
            reply(Failed, sequence, payload.data(), payload.size());
        }

        // Cut between characters: every byte of UTF-8 but a character's first begins with the bits 10.
        static std::string cut(std::string text, size_t end)
        {
            if (text.size() <= end)
                return text;
            while (end > 0 && (text[end] & 0xC0) == 0x80)
                end--;
            return text.substr(0, end) + " …";
        }

        // Returns false after Bye.
        bool answer(const Header& header)
        {
            PayloadReader request(payload_.data(), payload_.size());
            switch (header.kind)
            {
                case Tables:
                    readTables(request);
                    break;
                case Load:
                    load(request);
                    break;
                case Setup_:
                    request.end();
                    tables_.resize(TableCount);
                    calling([&] { loaded().setup(tables_.data()); });
                    tables_.clear();
                    tables_.shrink_to_fit();    // what the predictor did not take is gone
                    break;
                case ReceiveEvents_:
                {
                    std::string blockGroup = request.text();
                    int month = (int)request.u32();
                    Strings kinds[] = {request.list(), request.list(), request.list(), request.list()};
                    request.end();
                    calling([&] { loaded().receiveEvents(std::move(blockGroup), month, kinds); });
                    break;
                }
                case Predict_:
                    predict(request, header.sequence);
                    return true;
                case Bye:
                    return false;
                default:
                    throw Failure{Ours, "request of unknown kind " + std::to_string(header.kind)};
            }
            reply(Done, header.sequence);
            return true;
        }

    public:
        explicit Session(WireDescriptors wire) : wire_(wire) {}

        void run()
        {
            reply(Hello, 0, &Version, sizeof Version);
            Header header;
            while (read(&header, sizeof header))
            {
                if (header.zero != 0 || header.length > MostBytesOfRequest)
                    throw Malformed("eight bytes that are no frame header");
                try
                {
                    payload_.resize(header.length);
                    if (!read(payload_.data(), payload_.size()))
                        throw Malformed("a frame was cut off");
                    if (!answer(header))
                        return;
                }
                catch (const Failure& failure)
                {
                    return fail(header.sequence, failure);
                }
                // Not in a call, but with the memory that the predictor has left.
                catch (const std::bad_alloc& thrown)
                {
                    return fail(header.sequence, {OutOfMemory, describe(thrown)});
                }
            }
        }
    };
}

// The C library asks for the machine's memory when it first sorts more than a kilobyte, and sorts in another order where there is little of it. The
// filter refuses that question, so it is put before: then all sorts are the same.
static void settleSort()
{
    int numbers[512] = {};
    std::qsort(numbers, std::size(numbers), sizeof *numbers, [](const void*, const void*) { return 0; });
}

int main()
{
    endWithParent();
    WireDescriptors wire = takeWire();
    waitForDebuggerIfAsked();
    settleSort();
    Backtrace::prepare();
    Confinement::enter();
    FatalSignals::watch();
    std::setvbuf(stdout, nullptr, _IOLBF, 4096);    // what a crashing predictor has printed is there to be read
    int code = 0;
    try
    {
        Session(wire).run();
    }
    catch (const Malformed& malformed)
    {
        std::fprintf(stderr, "%s\n", malformed.what());
        code = 71;
    }
    std::fflush(stdout);
    std::_Exit(code);    // no destructor of the predictor's runs: the case is over
}
