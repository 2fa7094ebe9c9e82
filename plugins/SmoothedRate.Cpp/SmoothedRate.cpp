// SmoothedRate in C++: a location's own rate, shrunk towards its street's, that towards the block group's; recent months count more;
// weekday factors. The model and the origin of its constants are described in SmoothedRate/SmoothedRate.cs. Same operations in the same
// order, so the same bits, as long as the compiler does not contract a * b + c into one rounding (-ffp-contract=off).

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

class BostonRiskPredictor
{
    using Strings = std::vector<std::string>;
    using Indices = std::unordered_map<std::string, int>;

    enum Type { Disorder, Medical, Violent, Other, Types };

    struct Emergency
    {
        std::string place;
        int type, month, day;
    };

    static constexpr int Weekdays = 7;
    static constexpr double MonthlyDecay = 0.9, StreetShape = 10, LocationShape = 0.65, WeekdayEvents = 80, MixEvents = 50, AimBelow = 0.75;
    static constexpr double CityMix[Types] = {0.15, 0.20, 0.08, 0.57};
    static constexpr int DaysIn[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    std::vector<Emergency> emergencies_;
    Strings parcels_, intersections_;
    std::unordered_map<std::string, std::string> streetOf_;
    bool streetsKnown_ = false;

public:
    int setup(Strings parcels, Strings, Strings, Strings intersections, Strings, Strings, Strings, Strings, Strings)
    {
        parcels_ = std::move(parcels);
        intersections_ = std::move(intersections);
        return 0;
    }

    int receiveEvents(std::string, int month, Strings, Strings, Strings, Strings emergencies)
    {
        for (const std::string& line : emergencies)
        {
            int day = dayOfEmergency(line, month);
            if (day > 0)
                emergencies_.push_back({field(line, 0), typeOf(field(line, 1)), month, day});
        }
        return 0;
    }

    std::vector<double> predict(std::string, int month, Strings locations)
    {
        int days = DaysIn[month];
        std::vector<double> prediction(locations.size() * days * Types);
        if (month == 1 || locations.empty())
            return prediction;

        Indices indexOf;
        for (int location = 0; location < (int)locations.size(); location++)
            indexOf.emplace(locations[location], location);
        std::vector<int> street = streetIndices(locations, indexOf);
        std::vector<double> rate = rates(month, street, indexOf);
        std::vector<double> factor = weekdayFactors(month, indexOf);

        int firstWeekday = weekday(month, 1);
        size_t cell = 0;
        for (size_t location = 0; location < locations.size(); location++)
            for (int day = 0; day < days; day++)
                for (int type = 0; type < Types; type++)
                    prediction[cell++] = rate[location * Types + type] * factor[(firstWeekday + day) % Weekdays];
        return prediction;
    }

private:
    // Events a day, for each location and type.
    std::vector<double> rates(int month, const std::vector<int>& street, const Indices& indexOf) const
    {
        int locations = (int)street.size();
        std::vector<double> weight(month);
        double exposure = 0, nextWeight = 1;    // exposure: the days seen, weighted as the events are
        for (int past = month - 1; past >= 1; past--)
        {
            weight[past] = nextWeight;
            exposure += nextWeight * DaysIn[past];
            nextWeight *= MonthlyDecay;
        }

        std::vector<double> own(locations * Types), onStreet(locations * Types), inGroup(Types);
        double all = 0;
        for (const Emergency& emergency : emergencies_)
        {
            auto found = indexOf.find(emergency.place);
            if (found == indexOf.end() || emergency.month >= month)
                continue;
            int location = found->second;
            double w = weight[emergency.month];
            own[location * Types + emergency.type] += w;
            onStreet[street[location] * Types + emergency.type] += w;
            inGroup[emergency.type] += w;
            all += w;
        }

        std::vector<int> members(locations);
        for (int index : street)
            members[index]++;

        std::vector<double> rate(locations * Types);
        for (int type = 0; type < Types; type++)
        {
            double share = (inGroup[type] + MixEvents * CityMix[type]) / (all + MixEvents);
            double groupRate = all * share / (locations * exposure);
            double perMonth = groupRate * locations * DaysIn[month];
            double aim = perMonth / (perMonth + AimBelow);
            for (int location = 0; location < locations; location++)
            {
                double streetExposure = members[street[location]] * exposure;
                double streetRate = shrunk(onStreet[street[location] * Types + type], streetExposure, groupRate, StreetShape);
                rate[location * Types + type] = aim * shrunk(own[location * Types + type], exposure, streetRate, LocationShape);
            }
        }
        return rate;
    }

    static double shrunk(double events, double days, double rate, double shape) { return rate * (events + shape) / (rate * days + shape); }

    std::vector<double> weekdayFactors(int month, const Indices& indexOf) const
    {
        std::vector<double> events(Weekdays), days(Weekdays), factor(Weekdays);
        double allEvents = 0, allDays = 0;
        for (const Emergency& emergency : emergencies_)
            if (indexOf.count(emergency.place) && emergency.month < month)
            {
                events[weekday(emergency.month, emergency.day)]++;
                allEvents++;
            }
        for (int past = 1; past < month; past++)
            for (int day = 1; day <= DaysIn[past]; day++)
            {
                days[weekday(past, day)]++;
                allDays++;
            }
        for (int weekday = 0; weekday < Weekdays; weekday++)
            factor[weekday] = (WeekdayEvents + events[weekday]) / (WeekdayEvents + allEvents * days[weekday] / allDays);
        return factor;
    }

    // A street is named by its first location's index; a location without a known street is a street of its own.
    std::vector<int> streetIndices(const Strings& locations, const Indices& indexOf)
    {
        if (!streetsKnown_)
        {
            addStreets(parcels_, "A", 3, 0, indexOf);
            addStreets(intersections_, "I", 7, 3, indexOf);
            streetsKnown_ = true;
        }
        Indices firstOn;
        std::vector<int> street(locations.size());
        for (int location = 0; location < (int)locations.size(); location++)
        {
            street[location] = location;
            auto known = streetOf_.find(locations[location]);
            if (known != streetOf_.end() && !known->second.empty())
                street[location] = firstOn.emplace(known->second, location).first->second;
        }
        return street;
    }

    void addStreets(const Strings& rows, const std::string& prefix, int idColumn, int streetColumn, const Indices& indexOf)
    {
        for (const std::string& row : rows)
        {
            std::string place = prefix + field(row, idColumn);
            if (indexOf.count(place))
                streetOf_.emplace(place, field(row, streetColumn));
        }
    }

    static int typeOf(std::string finalType)
    {
        static const std::unordered_map<std::string, int> table = []
        {
            const std::pair<Type, Strings> flagged[] = {
                {Disorder, {"vandalism", "verbal disputes", "distrbdrunks", "distrbnoise", "distrbpanhan", "distrbparty", "ivperlewd",
                            "lanten", "loiter", "trespass", "vandip", "vandrpt"}},
                {Medical, {"medical assistance", "abdpn", "cardarr", "chestpn", "diffbr", "edp2", "fallems", "injury", "matern",
                           "overdose", "seizure", "stroke", "uncons", "unkems"}},
                {Violent, {"simple assault", "ab===>>>", "abdwip", "abip", "abrpt", "armrob", "dvip", "fdweapgun", "fight", "pergun",
                           "pknife", "pshot", "robip", "shots"}},
            };
            std::unordered_map<std::string, int> types;
            for (const auto& [type, names] : flagged)
                for (const std::string& name : names)
                    types[name] = type;
            return types;
        }();
        std::transform(finalType.begin(), finalType.end(), finalType.begin(), [](unsigned char c) { return (char)std::tolower(c); });
        auto found = table.find(finalType);
        return found == table.end() ? Other : found->second;
    }

    // The date stands in the first field after Priority that reads as one; 0 when none does: such an emergency is not an event.
    static int dayOfEmergency(const std::string& line, int month)
    {
        int columns = 1 + (int)std::count(line.begin(), line.end(), '\t');
        for (int column = 2; column < columns; column++)
        {
            int day = dayOfMonth(field(line, column), month);
            if (day > 0)
                return day;
        }
        return 0;
    }

    // 2011-09-05 or 9/5/2011, with or without a time; 0 when it is neither or lies outside the month.
    static int dayOfMonth(const std::string& text, int month)
    {
        std::string date = text.substr(0, text.find_first_of(" T"));
        Strings iso = split(date, '-'), american = split(date, '/');
        Strings yearMonthDay = american.size() == 3 ? Strings{american[2], american[0], american[1]} : iso;
        if (yearMonthDay.size() != 3 || number(yearMonthDay[0]) != 2011 || number(yearMonthDay[1]) != month)
            return 0;
        int day = number(yearMonthDay[2]);
        return day >= 1 && day <= DaysIn[month] ? day : 0;
    }

    static Strings split(const std::string& text, char separator)
    {
        Strings parts;
        size_t start = 0, end;
        while ((end = text.find(separator, start)) != std::string::npos)
        {
            parts.push_back(text.substr(start, end - start));
            start = end + 1;
        }
        parts.push_back(text.substr(start));
        return parts;
    }

    static int number(const std::string& text)
    {
        if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); }))
            return -1;
        return std::stoi(text);
    }

    // 0 = Monday. The first of January 2011 was a Saturday.
    static int weekday(int month, int day)
    {
        int dayOfYear = day - 1;
        for (int past = 1; past < month; past++)
            dayOfYear += DaysIn[past];
        return (dayOfYear + 5) % Weekdays;
    }

    // One field of a line, trimmed; empty when the line is too short.
    static std::string field(const std::string& line, int column)
    {
        size_t start = 0;
        for (; column > 0; column--)
        {
            size_t tab = line.find('\t', start);
            if (tab == std::string::npos)
                return "";
            start = tab + 1;
        }
        size_t end = std::min(line.find('\t', start), line.size());
        while (start < end && std::isspace((unsigned char)line[start]))
            start++;
        while (end > start && std::isspace((unsigned char)line[end - 1]))
            end--;
        return line.substr(start, end - start);
    }
};
