package topfive.ingest.transcript;

import java.util.Locale;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/** Names of speakers, the same in every form: without marks around them, and not SHOUTED. */
final class Names {
    private static final Pattern AROUND = Pattern.compile("^[\\[(*_\\s]+|[\\])*_:\\s]+$");
    private static final int LONGEST = 80;

    private Names() {}

    /** "" where it is no name. */
    static String of(String raw) {
        var name = AROUND.matcher(Tidy.line(raw.substring(0, Math.min(raw.length(), LONGEST))))
                .replaceAll("");
        boolean shouted = name.length() > 2 && name.equals(name.toUpperCase(Locale.ROOT));
        return shouted && name.chars().noneMatch(Character::isDigit) ? spoken(name) : name;
    }

    private static String spoken(String shouted) {
        var name = new StringBuilder();
        boolean begins = true;
        for (char letter : shouted.toLowerCase(Locale.ROOT).toCharArray()) {
            name.append(begins ? Character.toUpperCase(letter) : letter);
            begins = !Character.isLetter(letter) && letter != '\'' && letter != '’';
        }
        return name.toString();
    }
}
