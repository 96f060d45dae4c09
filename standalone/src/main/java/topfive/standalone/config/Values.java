package topfive.standalone.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Texts from a file or the environment, as what they stand for. */
public final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Values() {}

    /** {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d} or ISO 8601. */
    public static Duration duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        var number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** {@code ~} is the home folder; a relative path starts at the given folder. */
    static Path folder(String text, Path home, Path base) {
        if (text.equals("~") || text.startsWith("~/")) {
            return home.resolve(text.substring(Math.min(2, text.length()))).normalize();
        }
        return base.resolve(text).toAbsolutePath().normalize();
    }

    /** Reads only the address as written where it is one; asks the resolver for a name. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isDuration(String text) {
        try {
            return !duration(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535;
    }

    static boolean isCount(String text) {
        return text.matches("[1-9]\\d?") && Integer.parseInt(text) <= 64;
    }

    static boolean isNumber(String text) {
        return text.matches("[1-9]\\d{0,6}") && Integer.parseInt(text) <= 1_000_000;
    }

    static boolean isAddress(String text) {
        return text.isEmpty() || text.matches("https?://[^\\s/?#]+(?:/[^\\s?#]*)?");
    }

    static boolean areLanguages(String text) {
        return !list(text).isEmpty() && list(text).stream().allMatch(code -> code.matches("[a-z]{2}"));
    }
}
