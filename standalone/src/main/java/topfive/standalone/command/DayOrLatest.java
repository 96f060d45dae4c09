package topfive.standalone.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;

/** The edition a person means who names a day, or none. */
final class DayOrLatest {
    private DayOrLatest() {}

    /** @throws Refusal with status 3 where there is no edition */
    static Edition of(Broker broker, Optional<LocalDate> day) {
        return Latest.of(broker, Topics.LIVE).values().stream()
                .filter(edition -> edition.edition().equals("all"))
                .filter(edition -> day.map(edition.day()::equals).orElse(true))
                .max(Comparator.comparing(Edition::day))
                .orElseThrow(() -> Refusal.nothing(
                        day.map(named -> "no edition of " + named).orElse("no edition yet"),
                        "see whether documents come in: topfive topics list, topfive sources list"));
    }
}
