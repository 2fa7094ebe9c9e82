import java.util.Arrays;

/** What must hold of any predictor, and what should hold of this one. Add a line for each thing you learn the hard way. */
class Tests {
    private static final String BLOCK_GROUP = "250250001001";
    private static final String[] LOCATIONS = {"A1", "A2", "I1"}, NONE = {};
    private static int failed;

    public static void main(String[] arguments) {
        for (int month = 9; month <= 12; month++) {
            double[] prediction = after(month, "A1\tFIGHT\t1\t2011-01-05");
            check("month " + month + " has a number for each location, day and type", prediction.length == LOCATIONS.length * (month % 2 == 1 ? 30 : 31) * 4);
            check("month " + month + " holds counts, none negative, none NaN", Arrays.stream(prediction).allMatch(value -> value >= 0 && value <= 10));
        }
        check("nothing happened, so nothing is expected", Arrays.stream(after(9)).allMatch(value -> value == 0));
        check("a busy place is expected to stay busier than its neighbour",
            expected(after(9, "A1\tFIGHT\t1\t2011-01-05", "A1\tFIGHT\t1\t2011-01-06", "A2\tFIGHT\t1\t2011-01-07"), 0, 2) > expected(after(9, "A2\tFIGHT\t1\t2011-01-07"), 0, 2));
        check("an unknown type counts as other", expected(after(9, "A1\tGREMLINS\t1\t2011-01-05"), 0, 3) > 0);
        check("dirty lines do no harm", after(9, "", "\t\t\t", "A1", "A99\tFIGHT\t1\tyesterday").length > 0);
        System.out.println(failed == 0 ? "all tests passed" : failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static double[] after(int month, String... emergencies) {
        var predictor = new BostonRiskPredictor();
        predictor.setup(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        predictor.receiveEvents(BLOCK_GROUP, 1, NONE, NONE, NONE, emergencies);
        return predictor.predict(BLOCK_GROUP, month, LOCATIONS);
    }

    private static double expected(double[] prediction, int location, int type) {
        double sum = 0;
        for (int day = 0; day < 30; day++) {
            sum += prediction[(location * 30 + day) * 4 + type];
        }
        return sum;
    }

    private static void check(String what, boolean holds) {
        System.out.println((holds ? "ok     " : "FAILED ") + what);
        failed += holds ? 0 : 1;
    }
}
