// expect: Accepted; holds: no-shared-state
// At the end of a thread the kernel itself wakes who waits on the word that the thread has named, by the name of the file whose page it is on.
#include <atomic>
#include <fcntl.h>
#include <linux/futex.h>
#include <sched.h>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>
using namespace std;

static char stack_[1 << 14];

static int end(void*)
{
    timespec time = {0, 300000000};
    syscall(SYS_nanosleep, &time, nullptr);
    syscall(SYS_exit, 0);
    return 0;
}

class BostonRiskPredictor
{
    static bool hears()
    {
        int file = open("/evaluator/submission/predictor.so", O_RDONLY);
        if (file < 0)
            return false;
        int* word = (int*)mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0);
        atomic<bool> woken{false};
        thread waiting([&] {
            timespec patience = {5, 0};
            woken = syscall(SYS_futex, word, FUTEX_WAIT, *word, &patience, nullptr, 0) == 0;
        });
        usleep(100000);
        clone(end, stack_ + sizeof stack_ - 64,
            CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID,
            nullptr, stack_, stack_, word);
        waiting.join();
        return woken;
    }

public:
    int setup(vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>)
    {
        if (hears())
            throw runtime_error("BREACH: hears the end of a thread by a page of a file");
        return 0;
    }

    int receiveEvents(string, int, vector<string>, vector<string>, vector<string>, vector<string>) { return 0; }

    vector<double> predict(string, int month, vector<string> locations)
    {
        static const int days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return vector<double>(locations.size() * days[month] * 4);
    }
};
