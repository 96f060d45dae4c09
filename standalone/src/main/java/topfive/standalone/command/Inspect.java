package topfive.standalone.command;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Json;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.look.Looked;

/** {@code topfive inspect}: what would be extracted, nothing is stored. */
@Command(name = "inspect", description = "Prints what would be extracted; nothing is stored.", synopsisSubcommandLabel = "COMMAND")
final class Inspect {

    @Command(name = "article", description = "The text of a page.")
    int article(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> looked.text(false));
    }

    @Command(name = "transcript", description = "The turns of a transcript in any format.")
    int transcript(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> looked.text(true));
    }

    @Command(name = "document", description = "A document as it would be pushed, as JSON.")
    int document(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, Looked::pushed);
    }

    @Command(name = "feed", description = "The items of a feed.")
    int feed(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, Looked::feed);
    }

    private interface Look {
        Object at(Looked looked) throws Unreadable;
    }

    static final class What {
        @Parameters(paramLabel = "PATH|URL")
        private String place;

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        private int print(Setup setup, Look look) {
            var world = setup.surroundings();
            try {
                var found = look.at(Looked.at(place, world, setup.configuration()));
                world.out().print(!json && found instanceof Reading reading ? text(reading, world) : Json.pretty(found));
                world.out().flush();
                return Exit.OK;
            } catch (Unreadable e) {
                throw Refusal.failed(place + ": " + e.getMessage(), "reason " + e.reason() + "; try another kind: topfive inspect --help", e);
            } catch (IOException e) {
                throw Refusal.failed("cannot read " + place + ": " + e.getMessage(), "check the path", e);
            }
        }

        private static String text(Reading reading, Surroundings world) {
            reading.notes().forEach(world.err()::println);
            var head = reading.title() + "\n" + reading.author() + "  "
                    + reading.published().map(Object::toString).orElse("undated") + "  " + reading.language() + "  " + reading.quality()
                    + "\n\n";
            return (head + String.join("\n\n", reading.body().texts()) + "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
        }
    }
}
