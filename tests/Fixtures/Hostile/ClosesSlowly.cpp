// expect: Accepted; holds: no-hidden-memory
// Three million descriptors in 400 tables, each of a thread's own: the kernel needs long to close them when the process is killed.
#include <atomic>
#include <sched.h>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>
using namespace std;

static char stacks[400][1 << 13];
static atomic<int> tables;

static int fill(void*)
{
    while (syscall(SYS_eventfd2, 0, 0) >= 0 || syscall(SYS_dup, 0) >= 0)
        ;
    tables++;
    for (;;)
        pause();
}

class BostonRiskPredictor
{
public:
    int setup(vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>) { return 0; }

    int receiveEvents(string, int, vector<string>, vector<string>, vector<string>, vector<string>) { return 0; }

    vector<double> predict(string, int month, vector<string> locations)
    {
        static const int days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int made = 0;
        if (month == 9)
        {
            for (auto& stack : stacks)
                made += clone(fill, stack + sizeof stack - 64, CLONE_VM | CLONE_FS | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM, nullptr) > 0;
            for (int k = 0; k < 200 && tables < made; k++)
                usleep(10000);
        }
        if (made > 0)
            throw runtime_error("BREACH: " + to_string(tables) + " tables of descriptors");
        return vector<double>(locations.size() * days[month] * 4);
    }
};
