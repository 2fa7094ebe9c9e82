// The name of the user that a predictor asks for (ruling 10): the same on every machine, at every level and in all languages. The C
// library would read /etc/passwd, which is not there behind the walls and is the organiser's without them. What stands in the program
// itself goes before the C library's own, for whatever is loaded later.

#pragma once

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <pwd.h>
#include <unistd.h>

namespace evaluator
{
    inline char userName[] = "predictor", nothing[] = "", noShell[] = "/bin/false", noHome[] = "/";

    inline passwd userRecord(uid_t user)
    {
        char* home = std::getenv("HOME");
        return {userName, nothing, user, getgid(), nothing, home ? home : noHome, noShell};
    }
}

extern "C"
{
    passwd* getpwuid(uid_t user)
    {
        static thread_local passwd record;
        record = evaluator::userRecord(user);
        return &record;
    }

    // The texts are never freed, so the caller's room is not needed.
    int getpwuid_r(uid_t user, passwd* record, char*, size_t, passwd** result)
    {
        *record = evaluator::userRecord(user);
        *result = record;
        return 0;
    }

    char* getlogin()
    {
        return evaluator::userName;
    }

    int getlogin_r(char* room, size_t bytes)
    {
        if (bytes < sizeof evaluator::userName)
            return ERANGE;
        std::memcpy(room, evaluator::userName, sizeof evaluator::userName);
        return 0;
    }

    char* cuserid(char* room)
    {
        return room ? std::strcpy(room, evaluator::userName) : evaluator::userName;
    }
}
