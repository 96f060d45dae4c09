package topfive.standalone.command;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.letters.Letter;
import topfive.standalone.letters.Letters;
import topfive.standalone.letters.ReadOnceMore;
import topfive.standalone.letters.Replay;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;
import topfive.standalone.topic.RecordLine;

/** {@code topfive dead-letters list|show|replay}. */
@Command(
        name = "dead-letters",
        description = "What could not be processed, and why.",
        synopsisSubcommandLabel = "COMMAND")
final class DeadLetters {
    private static final int NAMED = 20;

    @Command(name = "list", description = "Prints number, reason, stage, origin and detail of each.")
    int list(
            @Mixin Setup setup,
            @Option(names = "--all", description = "Those that were replayed, too.") boolean all,
            @Option(names = "--reason", description = "Only those with this reason.") String reason,
            @Option(names = "--last", description = "Only so many, the newest (default: all).") Integer last) {
        if (last != null && last < 1) {
            throw Refusal.usage("--last " + last + " would list nothing", "give 1 or more");
        }
        var letters = Letters.of(Broker.of(setup.configuration()));
        var shown = (all ? letters.all() : letters.waiting())
                .stream()
                        .filter(letter ->
                                reason == null || reason.equals(letter.of().reason()))
                        .toList();
        shown.stream()
                .skip(last == null ? 0 : Math.max(0, shown.size() - last))
                .map(letter -> letter.line() + (letters.isReplayed(letter) ? "  (replayed)" : ""))
                .forEach(setup.surroundings().out()::println);
        if (!shown.isEmpty()) {
            setup.surroundings().err().println(shown.size() + " in all: " + byReason(shown));
        }
        return shown.isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    private static String byReason(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(letter -> letter.of().reason(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    @Command(name = "show", description = "Prints one with its headers and its content.")
    int show(@Mixin Setup setup, @Parameters(paramLabel = "NUMBER", description = "As list prints it.") long number) {
        if (number < 0) {
            throw Refusal.nothing("no dead letter has the number " + number, "numbers begin with 0");
        }
        var found = new AtomicReference<String>();
        try (var read = ReadTopic.of(Broker.of(setup.configuration()), Topics.DEAD_LETTERS.name())) {
            read.from(number).toEnd(record -> {
                if (record.offset() == number) {
                    found.set(RecordLine.of(record).toPrettyString());
                }
                return false;
            });
        }
        if (found.get() == null) {
            throw Refusal.nothing(
                    "no dead letter has the number " + number, "numbers stand in: topfive dead-letters list");
        }
        setup.surroundings().out().println(found.get());
        return Exit.OK;
    }

    @Command(
            name = "replay",
            description = "Tries them again: each once, what fails again is a new one. Harmless to repeat.")
    int replay(
            @Mixin Setup setup,
            @Parameters(paramLabel = "NUMBER", arity = "0..*", description = "These; else all that wait.")
                    List<Long> numbers,
            @Option(names = "--reason", description = "Only those with this reason.") String reason,
            @Option(names = "--limit", defaultValue = "1000", description = "At most so many (default: 1000).")
                    int limit,
            @Option(names = "--dry-run", description = "Only say what would be tried.") boolean dry) {
        if (limit < 1) {
            throw Refusal.usage("--limit " + limit + " would try nothing", "give 1 or more");
        }
        var broker = Broker.of(setup.configuration()).mustAnswer();
        var waiting = Letters.of(broker).waiting();
        var chosen = waiting.stream()
                .filter(letter -> numbers == null || numbers.contains(letter.number()))
                .filter(letter -> reason == null || reason.equals(letter.of().reason()))
                .toList();
        var able = chosen.stream()
                .filter(letter -> Replay.obstacle(letter).isEmpty())
                .limit(limit)
                .toList();
        sayWhatStays(setup, chosen);
        sayWhatIsNotThere(setup, numbers, waiting);
        if (chosen.isEmpty()) {
            throw Refusal.nothing("no such dead letter waits", "see them all with: topfive dead-letters list --all");
        }
        if (dry) {
            able.forEach(letter -> setup.surroundings().out().println(letter.line()));
        } else if (!able.isEmpty()) {
            again(setup, broker, able);
        }
        var more = chosen.stream()
                        .filter(letter -> Replay.obstacle(letter).isEmpty())
                        .count()
                - able.size();
        if (more > 0) {
            setup.surroundings().err().println(more + " more wait: do it again, or give a higher --limit");
        }
        return able.isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    private static void sayWhatIsNotThere(Setup setup, List<Long> numbers, List<Letter> waiting) {
        var there = waiting.stream().map(Letter::number).toList();
        Stream.ofNullable(numbers)
                .flatMap(List::stream)
                .filter(number -> !there.contains(number))
                .forEach(number -> setup.surroundings().err().println(number + " is no dead letter that waits"));
    }

    /** One by one where they are few, else by why. */
    private static void sayWhatStays(Setup setup, List<Letter> chosen) {
        var err = setup.surroundings().err();
        var stay = chosen.stream()
                .filter(letter -> !Replay.obstacle(letter).isEmpty())
                .toList();
        if (stay.size() <= NAMED) {
            stay.forEach(letter -> err.println(letter.number() + " stays: " + Replay.obstacle(letter)));
        } else {
            stay.stream()
                    .collect(Collectors.groupingBy(Replay::obstacle, TreeMap::new, Collectors.counting()))
                    .forEach((why, many) -> err.println(many + " stay: " + why));
        }
    }

    private static void again(Setup setup, Broker broker, List<Letter> letters) {
        var world = setup.surroundings();
        try (var reader = new ReadOnceMore(broker, setup.configuration(), world.clock());
                var replay = Replay.on(broker, reader)) {
            replay.each(letters, (letter, became) -> world.out().println(letter.number() + "  " + became));
        }
    }
}
