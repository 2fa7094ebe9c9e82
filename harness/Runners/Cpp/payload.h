// The fields of a frame's payload, one after the other (harness/Wire/PROTOCOL.md); every length is checked against what is there.

#pragma once

#include "predictor.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace evaluator
{
    // The bytes are no frame of the protocol.
    struct Malformed : std::runtime_error
    {
        using std::runtime_error::runtime_error;
    };

    class PayloadReader
    {
        const char* at_;
        const char* end_;

        const char* take(uint64_t count)
        {
            if (count > (uint64_t)(end_ - at_))
                throw Malformed("a payload ends " + std::to_string(count - (uint64_t)(end_ - at_)) + " bytes early");
            const char* taken = at_;
            at_ += count;
            return taken;
        }

        static uint32_t number(const char* bytes)
        {
            uint32_t value;
            std::memcpy(&value, bytes, sizeof value);    // little-endian, as both architectures of confinement.h are
            return value;
        }

    public:
        PayloadReader(const char* bytes, size_t count) : at_(bytes), end_(bytes + count) {}

        uint32_t u32() { return number(take(4)); }

        std::string text()
        {
            uint32_t length = u32();
            return std::string(take(length), length);
        }

        Strings list()
        {
            uint64_t count = u32();
            const char* ends = take(count * 4);
            if (count == 0)
                return {};
            uint32_t total = number(ends + (count - 1) * 4), start = 0;
            const char* bytes = take(total);
            Strings texts;
            texts.reserve(count);
            for (uint64_t i = 0; i < count; i++)
            {
                uint32_t end = number(ends + i * 4);
                if (end < start || end > total)
                    throw Malformed("text " + std::to_string(i) + " of a list ends at " + std::to_string(end) + ", after " + std::to_string(start));
                texts.emplace_back(bytes + start, end - start);
                start = end;
            }
            return texts;
        }

        void end() const
        {
            if (at_ != end_)
                throw Malformed(std::to_string(end_ - at_) + " bytes after the end of a payload");
        }
    };
}
