package topfive.standalone;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Days and zones of a command line; what cannot be one is answered with what can. */
final class ReadArguments {
    private ReadArguments() {}

    static void into(CommandLine line) {
        line.registerConverter(LocalDate.class, ReadArguments::day);
        line.registerConverter(ZoneId.class, ReadArguments::zone);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new TypeConversionException("\"" + written + "\" is no day; expected one like 2026-10-14");
        }
    }

    private static ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + written + "\" is no time zone; expected one like UTC or Europe/Berlin");
        }
    }
}
