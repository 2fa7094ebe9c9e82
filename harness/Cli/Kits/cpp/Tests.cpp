// What must hold of any predictor, and what should hold of this one. Add a line for each thing you learn the hard way.

#include "BostonRiskPredictor.cpp"

#include <iostream>

static const std::string BlockGroup = "250250001001";
static const std::vector<std::string> Locations = {"A1", "A2", "I1"};
static int failed = 0;

static void check(const std::string& what, bool holds)
{
    std::cout << (holds ? "ok     " : "FAILED ") << what << '\n';
    failed += holds ? 0 : 1;
}

static std::vector<double> after(std::vector<std::string> emergencies, int month = 9)
{
    BostonRiskPredictor predictor;
    predictor.setup({}, {}, {}, {}, {}, {}, {}, {}, {});
    predictor.receiveEvents(BlockGroup, 1, {}, {}, {}, emergencies);
    return predictor.predict(BlockGroup, month, Locations);
}

static double expected(const std::vector<double>& prediction, int location, int type)
{
    double sum = 0;
    for (int day = 0; day < 30; day++)
        sum += prediction[(location * 30 + day) * 4 + type];
    return sum;
}

int main()
{
    for (int month : {9, 10, 11, 12})
    {
        std::vector<double> prediction = after({"A1\tFIGHT\t1\t2011-01-05"}, month);
        check("month " + std::to_string(month) + " has a number for each location, day and type", prediction.size() == Locations.size() * (month % 2 ? 30 : 31) * 4);
        check("month " + std::to_string(month) + " holds counts, none negative, none NaN",
            std::all_of(prediction.begin(), prediction.end(), [](double value) { return value >= 0 && value <= 10; }));
    }
    std::vector<double> quiet = after({});
    check("nothing happened, so nothing is expected", std::all_of(quiet.begin(), quiet.end(), [](double value) { return value == 0; }));
    check("a busy place is expected to stay busier than its neighbour",
        expected(after({"A1\tFIGHT\t1\t2011-01-05", "A1\tFIGHT\t1\t2011-01-06", "A2\tFIGHT\t1\t2011-01-07"}), 0, 2) > expected(after({"A2\tFIGHT\t1\t2011-01-07"}), 0, 2));
    check("an unknown type counts as other", expected(after({"A1\tGREMLINS\t1\t2011-01-05"}), 0, 3) > 0);
    check("dirty lines do no harm", !after({"", "\t\t\t", "A1", "A99\tFIGHT\t1\tyesterday"}).empty());
    std::cout << (failed == 0 ? "all tests passed" : std::to_string(failed) + " failed") << '\n';
    return failed == 0 ? 0 : 1;
}
