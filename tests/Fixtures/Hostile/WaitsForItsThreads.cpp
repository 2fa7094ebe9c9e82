// expect: Accepted
// Nothing hostile: threads, joined. Waiting for one costs no time of its own, although the C library's way of waiting is refused.
#include <ctime>
#include <future>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
using namespace std;

class BostonRiskPredictor
{
public:
    int setup(vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>, vector<string>)
    {
        clock_t before = clock();
        thread sleeper([] { this_thread::sleep_for(chrono::milliseconds(1500)); });
        sleeper.join();
        if (double(clock() - before) / CLOCKS_PER_SEC > 0.5)
            throw runtime_error("waiting for a thread burns time");
        int sum = 0;
        for (int k = 0; k < 50; k++)
        {
            int one = 0;
            thread quick([&] { one = 1; });
            quick.join();
            sum += one;
        }
        future<int> later = async(launch::async, [] { return 7; });
        if (sum != 50 || later.get() != 7)
            throw runtime_error("a thread's work was lost");
        return 0;
    }

    int receiveEvents(string, int, vector<string>, vector<string>, vector<string>, vector<string>) { return 0; }

    vector<double> predict(string, int month, vector<string> locations)
    {
        static const int days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return vector<double>(locations.size() * days[month] * 4);
    }
};
