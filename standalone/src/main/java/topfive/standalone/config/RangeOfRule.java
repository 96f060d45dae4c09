package topfive.standalone.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a rule may be: of the kind that it is today, and of its order of magnitude. A share stays a share, and thousandths stay thousandths.
 *
 * @param builtIn its value today
 */
record RangeOfRule(Object builtIn, double least, double most) {
    private static final Duration LONGEST = Duration.ofDays(400);

    static RangeOfRule like(Object builtIn) {
        if (builtIn instanceof Double number) {
            return new RangeOfRule(builtIn, number < 0 ? -1 : 0, number > 1 ? 10 * number : 1);
        }
        if (builtIn instanceof Integer number) {
            return new RangeOfRule(builtIn, number < 0 ? -1000 : 0, number > 1000 ? 10.0 * number : 1000);
        }
        return new RangeOfRule(builtIn, 0, 0);
    }

    Optional<Object> read(String text) {
        try {
            if (builtIn instanceof Double) {
                return Optional.<Object>of(Double.parseDouble(text) + 0.0) // no negative zero
                        .filter(number -> within((Double) number));
            }
            if (builtIn instanceof Integer) {
                return Optional.<Object>of(Integer.parseInt(text)).filter(number -> within((Integer) number));
            }
            if (builtIn instanceof Boolean) {
                return Optional.of(text)
                        .filter(word -> word.matches("true|false"))
                        .map(Boolean::valueOf);
            }
            return Optional.<Object>of(Values.duration(text))
                    .filter(time -> ((Duration) time).toMillis() > 0 && ((Duration) time).compareTo(LONGEST) <= 0);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String expected() {
        if (builtIn instanceof Double) {
            return "a number from " + plain(least) + " to " + plain(most);
        }
        if (builtIn instanceof Integer) {
            return "a whole number from " + plain(least) + " to " + plain(most);
        }
        return builtIn instanceof Boolean ? "true or false" : "a duration from 1ms to 400d, e.g. 18h";
    }

    private boolean within(double number) {
        return number >= least && number <= most;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
