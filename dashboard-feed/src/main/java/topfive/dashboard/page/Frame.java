package topfive.dashboard.page;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the browser window
 * @param address of this page, absolute
 * @param styles path of the style sheet, with the hash of its content, as for the script
 * @param upToDate false while the topics are not read to their end, or the broker is away
 * @param today the page of the current day
 */
public record Frame(
        String title,
        String description,
        String address,
        String styles,
        String script,
        boolean sampleDay,
        boolean upToDate,
        Optional<LocalDate> previous,
        LocalDate today,
        Optional<LocalDate> next,
        Optional<LocalDate> shown) {}
