// Behaves by the last digits of the block group; MoodSpecs says what is due to each.
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>
using namespace std;

class BostonRiskPredictor {
public:
    int setup(vector<string> a, vector<string> b, vector<string>& c, const vector<string>& d, vector<string> e, vector<string> f, vector<string> g,
        vector<string> h, vector<string> i) { return 0; }

    int receiveEvents(string BG_ID, int month, vector<string> CRMs, vector<string> violations, vector<string> permits, vector<string> emergencies) { return 0; }

    vector<double> predict(string BG_ID, int month, vector<string> locations) {
        int days = month == 9 || month == 11 ? 30 : 31;
        vector<double> zeros(locations.size() * days * 4);
        volatile int turns = 0;
        switch (stoi(BG_ID.substr(8))) {
            case 2: throw invalid_argument("much too much");
            case 3: { volatile int* nowhere = nullptr; *nowhere = 1; break; }
            case 4: for (;;) turns = turns + 1;
            case 5: { vector<vector<char>> kept; for (;;) kept.emplace_back(1 << 20, (char)1); }
            case 6: exit(0);
            case 7: return vector<double>(zeros.size() - 1);
            case 8: zeros[5] = nan(""); break;
            case 9: return reaches("@SECRET@") || reaches("/etc/passwd") || connects() || starts() ? vector<double>() : zeros;
            case 10: this_thread::sleep_for(chrono::hours(1)); break;
            case 11: { thread other([] { throw runtime_error("elsewhere"); }); other.join(); break; }
            case 12: cout << string(2000000, 'x') << endl; break;
        }
        return zeros;
    }

private:
    static bool reaches(const char* path) { return ifstream(path).good(); }

    static bool connects() { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }

    static bool starts() {
        pid_t child = fork();
        if (child == 0) _exit(0);
        return child > 0;
    }
};
