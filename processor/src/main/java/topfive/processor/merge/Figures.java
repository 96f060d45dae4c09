package topfive.processor.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The figures of a text with their units, however they are written: "14 %", "14 percent" and, as people say it, "fourteen percent" are one
 * figure. A number without a unit is none, nor is a counting word below three.
 */
final class Figures {
    private static final Pattern TOKEN = Pattern.compile(
            "[$€£]|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|%|\\p{L}+(?:['’]\\p{L}+)?|[^\\s\\p{L}\\d]");
    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final Map<String, String> SCALES = Map.ofEntries(
            Map.entry("%", "%"),
            Map.entry("percent", "%"),
            Map.entry("million", "m"),
            Map.entry("m", "m"),
            Map.entry("billion", "bn"),
            Map.entry("bn", "bn"),
            Map.entry("trillion", "tn"),
            Map.entry("tn", "tn"));
    private static final List<String> SCALE = List.of("", "m", "bn", "tn");
    /** 4,100 million is 4.1bn, and 1,300,000 is 1.3m: from here on a number is written with the next scale. */
    private static final BigDecimal[] LARGE = {BigDecimal.valueOf(1_000_000), BigDecimal.valueOf(1000)};

    private static final Map<String, String> CURRENCIES =
            Map.of("dollars", "$", "dollar", "$", "euros", "€", "euro", "€", "pounds", "£");
    private static final Map<String, String> SHORT =
            Map.of("gw", "gigawatt", "mw", "megawatt", "kwh", "kilowatthour", "km", "kilometer", "kg", "kilogram");
    private static final Set<String> NO_UNIT = Set.of(
            ("a an and or but nor of in on at to the for by as is are was were be from with than that this these those it its they he she we you i who which"
                            + " what when where while if so more less fewer per other others last next first second third out up down all any each every some such no not"
                            + " only just about over under into have has had will would can could may might must should does did do now then there here times one two quarter quarters")
                    .split(" "));
    private static final int LEAST_WORD = 3;

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Figures(String text) {
        var token = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (token.find()) {
            tokens.add(token.group());
        }
    }

    static Set<String> in(String text) {
        var reader = new Figures(text);
        var figures = new TreeSet<String>();
        while (reader.at < reader.tokens.size()) {
            var figure = reader.next();
            if (figure != null) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private String next() {
        var currency = CURRENCIES.containsValue(token(0)) ? tokens.get(at++) : "";
        var digits = !token(0).isEmpty() && Character.isDigit(token(0).charAt(0));
        var number = digits ? new BigDecimal(tokens.get(at++).replace(",", "")) : words();
        if (number == null) {
            at++;
            return null;
        }
        if (token(0).equals("thousand") || token(0).equals("k")) {
            at++;
            number = number.multiply(BigDecimal.valueOf(1000));
        }
        var scale = "";
        if (token(0).equals("per") && token(1).equals("cent")) {
            at += 2;
            scale = "%";
        } else if (SCALES.containsKey(token(0))) {
            scale = SCALES.get(tokens.get(at++));
        }
        if (CURRENCIES.containsKey(token(0)) && (!scale.isEmpty() || !token(0).startsWith("pound"))) {
            currency = CURRENCIES.get(tokens.get(at++));
        }
        if (!scale.equals("%")) {
            for (int i = SCALE.indexOf(scale);
                    i + 1 < SCALE.size() && number.compareTo(LARGE[Math.min(1, i)]) >= 0;
                    i++) {
                number = number.movePointLeft(i == 0 ? 6 : 3);
                scale = SCALE.get(i + 1);
            }
        }
        var unit = currency.isEmpty() && !scale.equals("%") ? unit() : "";
        var written = number.stripTrailingZeros().toPlainString();
        if (!currency.isEmpty() || !scale.isEmpty()) {
            return currency + written + scale + (unit.isEmpty() ? "" : " " + unit);
        }
        if (!digits && number.compareTo(BigDecimal.valueOf(LEAST_WORD)) < 0 && number.scale() <= 0) {
            return null;
        }
        if (number.scale() > 0) {
            return written; // 0.88 needs no unit to be a figure
        }
        return unit.isEmpty() ? null : written + " " + unit;
    }

    private String unit() {
        var hyphen = token(0).equals("-") ? 1 : 0;
        var word = token(hyphen);
        if (word.isEmpty()
                || !Character.isLetter(word.charAt(0))
                || NO_UNIT.contains(word)
                || word.length() < 2
                || SMALL.containsKey(word)) {
            return "";
        }
        return singular(SHORT.getOrDefault(word, word));
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** A number written out, such as "sixty-one", "two thousand three hundred" or "zero point eight eight"; null where there is none. */
    private BigDecimal words() {
        if (!SMALL.containsKey(token(0)) && !(token(0).equals("hundred"))) {
            return null;
        }
        long total = 0;
        long current = 0;
        while (at < tokens.size()) {
            var word = token(0);
            if (SMALL.containsKey(word)) {
                current += SMALL.get(word);
            } else if (word.equals("hundred")) {
                current = Math.max(1, current) * 100;
            } else if (word.equals("thousand")) {
                total += Math.max(1, current) * 1000;
                current = 0;
            } else if (!(word.equals("-") && SMALL.containsKey(token(1)))) {
                break;
            }
            at++;
        }
        var number = BigDecimal.valueOf(total + current);
        if (token(0).equals("point") && SMALL.containsKey(token(1))) {
            at++;
            var decimals = new StringBuilder();
            while (SMALL.containsKey(token(0)) && SMALL.get(token(0)) < 10) {
                decimals.append(SMALL.get(tokens.get(at++)));
            }
            return decimals.isEmpty() ? number : new BigDecimal(number + "." + decimals);
        }
        return number;
    }

    private String token(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }
}
