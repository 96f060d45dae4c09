package topfive.standalone.config;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * One setting.
 *
 * @param name as in topfive.yml, with dots
 * @param unless what stands where nothing is set, as text
 * @param doc one line for a person
 */
record Key(String name, Kind kind, String unless, String doc) {

    /** What a value of this kind looks like; the sentence is what a person is told who wrote something else. */
    enum Kind {
        TEXT("a text", value -> true),
        SECRET("a text", value -> true),
        LIST("a list, e.g. [a, b]", value -> true),
        FOLDER("a folder", value -> true),
        FILE("a file", value -> true),
        ZONE("a time zone, e.g. UTC or Europe/Berlin", Values::isZone),
        DURATION("a duration, e.g. 90s, 30m or 2h", Values::isDuration),
        PORT("a port from 0 to 65535, where 0 picks a free one", Values::isPort),
        NUMBER("a whole number from 1 to 1000000", Values::isNumber),
        ADDRESS("an address that begins with http:// or https://", Values::isAddress),
        COUNT("a whole number from 1 to 64", Values::isCount),
        LANGUAGES("language codes, e.g. [en]", Values::areLanguages);

        final String expected;
        final Predicate<String> fits;

        Kind(String expected, Predicate<String> fits) {
            this.expected = expected;
            this.fits = fits;
        }

        boolean isList() {
            return this == LIST || this == LANGUAGES;
        }
    }

    boolean secret() {
        return kind == Kind.SECRET;
    }

    /** E.g. TOPFIVE_DASHBOARD_PORT. */
    String variable() {
        return "TOPFIVE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
