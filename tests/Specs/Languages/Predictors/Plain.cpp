#include <string>
#include <vector>
@BEFORE@
class BostonRiskPredictor {
public:
    int setup(std::vector<std::string> a, std::vector<std::string> b, std::vector<std::string> c, std::vector<std::string> d, std::vector<std::string> e,
        std::vector<std::string> f, std::vector<std::string> g, std::vector<std::string> h, std::vector<std::string> i) { return 0; }
    int receiveEvents(std::string BG_ID, int month, std::vector<std::string> CRMs, std::vector<std::string> violations, std::vector<std::string> permits,
        std::vector<std::string> emergencies) { return 0; }
    std::vector<double> predict(std::string BG_ID, int month, std::vector<std::string> locations) {
        return std::vector<double>(locations.size() * (month == 9 || month == 11 ? 30 : 31) * 4);
    }
};
