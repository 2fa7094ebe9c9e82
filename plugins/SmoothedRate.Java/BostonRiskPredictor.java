import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SmoothedRate in Java: a location's own rate, shrunk towards its street's, that towards the block group's; recent months count more;
 * weekday factors. The model and the origin of its constants are described in SmoothedRate/SmoothedRate.cs. Same operations in the same
 * order, so the same bits (Java never contracts a * b + c).
 */
public class BostonRiskPredictor {
    private static final int DISORDER = 0, MEDICAL = 1, VIOLENT = 2, OTHER = 3, TYPES = 4, WEEKDAYS = 7;
    private static final double MONTHLY_DECAY = 0.9, STREET_SHAPE = 10, LOCATION_SHAPE = 0.65;
    private static final double WEEKDAY_EVENTS = 80, MIX_EVENTS = 50, AIM_BELOW = 0.75;
    private static final double[] CITY_MIX = {0.15, 0.20, 0.08, 0.57};
    private static final int[] DAYS_IN = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final Map<String, Integer> TYPE_OF = new HashMap<>();

    static {
        add(DISORDER, "vandalism", "verbal disputes", "distrbdrunks", "distrbnoise", "distrbpanhan", "distrbparty", "ivperlewd", "lanten",
            "loiter", "trespass", "vandip", "vandrpt");
        add(MEDICAL, "medical assistance", "abdpn", "cardarr", "chestpn", "diffbr", "edp2", "fallems", "injury", "matern", "overdose",
            "seizure", "stroke", "uncons", "unkems");
        add(VIOLENT, "simple assault", "ab===>>>", "abdwip", "abip", "abrpt", "armrob", "dvip", "fdweapgun", "fight", "pergun", "pknife",
            "pshot", "robip", "shots");
    }

    private record Emergency(String place, int type, int month, int day) {}

    private final List<Emergency> emergencies = new ArrayList<>();
    private String[] parcels = {}, intersections = {};
    private Map<String, String> streetOf;

    public int setup(String[] parcels, String[] addresses, String[] streetSegments, String[] intersections, String[] censusBlockGroups,
            String[] foreclosureDeeds, String[] foreclosureDistressedProps, String[] foreclosurePetitions, String[] foreclosureREOs) {
        this.parcels = parcels;
        this.intersections = intersections;
        return 0;
    }

    public int receiveEvents(String BG_ID, int month, String[] CRMs, String[] violations, String[] permits, String[] emergencies) {
        for (String line : emergencies) {
            int day = dayOfEmergency(line, month);
            if (day > 0) {
                int type = TYPE_OF.getOrDefault(field(line, 1).toLowerCase(Locale.ROOT), OTHER);
                this.emergencies.add(new Emergency(field(line, 0), type, month, day));
            }
        }
        return 0;
    }

    public double[] predict(String BG_ID, int month, String[] locations) {
        int days = DAYS_IN[month];
        double[] prediction = new double[locations.length * days * TYPES];
        if (month == 1 || locations.length == 0) {
            return prediction;
        }

        Map<String, Integer> indexOf = new HashMap<>();
        for (int location = 0; location < locations.length; location++) {
            indexOf.putIfAbsent(locations[location], location);
        }
        int[] street = streetIndices(locations, indexOf);
        double[] rate = rates(month, street, indexOf);
        double[] factor = weekdayFactors(month, indexOf);

        int firstWeekday = weekday(month, 1), cell = 0;
        for (int location = 0; location < locations.length; location++) {
            for (int day = 0; day < days; day++) {
                for (int type = 0; type < TYPES; type++) {
                    prediction[cell++] = rate[location * TYPES + type] * factor[(firstWeekday + day) % WEEKDAYS];
                }
            }
        }
        return prediction;
    }

    /** Events a day, for each location and type. */
    private double[] rates(int month, int[] street, Map<String, Integer> indexOf) {
        int locations = street.length;
        double[] weight = new double[month];
        double exposure = 0, nextWeight = 1;    // exposure: the days seen, weighted as the events are
        for (int past = month - 1; past >= 1; past--) {
            weight[past] = nextWeight;
            exposure += nextWeight * DAYS_IN[past];
            nextWeight *= MONTHLY_DECAY;
        }

        double[] own = new double[locations * TYPES], onStreet = new double[locations * TYPES], inGroup = new double[TYPES];
        double all = 0;
        for (Emergency emergency : emergencies) {
            Integer location = indexOf.get(emergency.place());
            if (location != null && emergency.month() < month) {
                double w = weight[emergency.month()];
                own[location * TYPES + emergency.type()] += w;
                onStreet[street[location] * TYPES + emergency.type()] += w;
                inGroup[emergency.type()] += w;
                all += w;
            }
        }

        int[] members = new int[locations];
        for (int index : street) {
            members[index]++;
        }

        double[] rate = new double[locations * TYPES];
        for (int type = 0; type < TYPES; type++) {
            double share = (inGroup[type] + MIX_EVENTS * CITY_MIX[type]) / (all + MIX_EVENTS);
            double groupRate = all * share / (locations * exposure);
            double perMonth = groupRate * locations * DAYS_IN[month];
            double aim = perMonth / (perMonth + AIM_BELOW);
            for (int location = 0; location < locations; location++) {
                double streetExposure = members[street[location]] * exposure;
                double streetRate = shrunk(onStreet[street[location] * TYPES + type], streetExposure, groupRate, STREET_SHAPE);
                rate[location * TYPES + type] = aim * shrunk(own[location * TYPES + type], exposure, streetRate, LOCATION_SHAPE);
            }
        }
        return rate;
    }

    private static double shrunk(double events, double days, double rate, double shape) {
        return rate * (events + shape) / (rate * days + shape);
    }

    private double[] weekdayFactors(int month, Map<String, Integer> indexOf) {
        double[] events = new double[WEEKDAYS], days = new double[WEEKDAYS], factor = new double[WEEKDAYS];
        double allEvents = 0, allDays = 0;
        for (Emergency emergency : emergencies) {
            if (indexOf.containsKey(emergency.place()) && emergency.month() < month) {
                events[weekday(emergency.month(), emergency.day())]++;
                allEvents++;
            }
        }
        for (int past = 1; past < month; past++) {
            for (int day = 1; day <= DAYS_IN[past]; day++) {
                days[weekday(past, day)]++;
                allDays++;
            }
        }
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            factor[weekday] = (WEEKDAY_EVENTS + events[weekday]) / (WEEKDAY_EVENTS + allEvents * days[weekday] / allDays);
        }
        return factor;
    }

    /** A street is named by its first location's index; a location without a known street is a street of its own. */
    private int[] streetIndices(String[] locations, Map<String, Integer> indexOf) {
        if (streetOf == null) {
            streetOf = new HashMap<>();
            addStreets(parcels, "A", 3, 0, indexOf);
            addStreets(intersections, "I", 7, 3, indexOf);
        }
        Map<String, Integer> firstOn = new HashMap<>();
        int[] street = new int[locations.length];
        for (int location = 0; location < locations.length; location++) {
            String name = streetOf.getOrDefault(locations[location], "");
            street[location] = location;
            if (!name.isEmpty() && firstOn.putIfAbsent(name, location) != null) {
                street[location] = firstOn.get(name);
            }
        }
        return street;
    }

    private void addStreets(String[] rows, String prefix, int idColumn, int streetColumn, Map<String, Integer> indexOf) {
        for (String row : rows) {
            String place = prefix + field(row, idColumn);
            if (indexOf.containsKey(place)) {
                streetOf.putIfAbsent(place, field(row, streetColumn));
            }
        }
    }

    private static void add(int type, String... names) {
        for (String name : names) {
            TYPE_OF.put(name, type);
        }
    }

    /** The date stands in the first field after Priority that reads as one; 0 when none does: such an emergency is not an event. */
    private static int dayOfEmergency(String line, int month) {
        int columns = line.split("\t", -1).length;
        for (int column = 2; column < columns; column++) {
            int day = dayOfMonth(field(line, column), month);
            if (day > 0) {
                return day;
            }
        }
        return 0;
    }

    /** 2011-09-05 or 9/5/2011, with or without a time; 0 when it is neither or lies outside the month. */
    private static int dayOfMonth(String text, int month) {
        String date = text.split("[ T]", -1)[0];
        String[] iso = date.split("-", -1), american = date.split("/", -1);
        String[] yearMonthDay = american.length == 3 ? new String[] {american[2], american[0], american[1]} : iso;
        if (yearMonthDay.length != 3 || number(yearMonthDay[0]) != 2011 || number(yearMonthDay[1]) != month) {
            return 0;
        }
        int day = number(yearMonthDay[2]);
        return day >= 1 && day <= DAYS_IN[month] ? day : 0;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    /** 0 = Monday. The first of January 2011 was a Saturday. */
    private static int weekday(int month, int day) {
        int dayOfYear = day - 1;
        for (int past = 1; past < month; past++) {
            dayOfYear += DAYS_IN[past];
        }
        return (dayOfYear + 5) % WEEKDAYS;
    }

    /** One field of a line, trimmed; empty when the line is too short. */
    private static String field(String line, int column) {
        int start = 0;
        for (; column > 0; column--) {
            int tab = line.indexOf('\t', start);
            if (tab < 0) {
                return "";
            }
            start = tab + 1;
        }
        int end = line.indexOf('\t', start);
        return (end < 0 ? line.substring(start) : line.substring(start, end)).strip();
    }
}
