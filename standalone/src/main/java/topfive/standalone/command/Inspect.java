package topfive.standalone.command;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Json;
import topfive.ingest.text.Unreadable;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.look.Looked;
import topfive.standalone.look.Shown;

/** {@code topfive inspect}: what would be extracted, nothing is stored. */
@Command(
        name = "inspect",
        description = "Prints what would be extracted; nothing is stored.",
        synopsisSubcommandLabel = "COMMAND")
final class Inspect {

    @Command(name = "article", description = "The text of a page.")
    int article(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> Shown.of(looked.text(false)));
    }

    @Command(name = "transcript", description = "The turns of a transcript in any format.")
    int transcript(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> Shown.transcript(looked.text(true), looked.format()));
    }

    @Command(name = "document", description = "A document as it would be pushed, as JSON.")
    int document(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> Shown.of(looked.pushed()));
    }

    @Command(name = "feed", description = "The items of a feed.")
    int feed(@Mixin Setup setup, @Mixin What what) {
        return what.print(setup, looked -> Shown.of(looked.feed()));
    }

    private interface Look {
        Shown at(Looked looked) throws Unreadable;
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
                world.out().print(json ? Json.pretty(found.json()) : found.text());
                world.out().flush();
                return Exit.OK;
            } catch (Unreadable e) {
                throw Refusal.failed(
                        place + ": " + e.getMessage(),
                        "reason " + e.reason() + "; try another kind: topfive inspect --help",
                        e);
            } catch (IOException e) {
                throw Refusal.failed("cannot read " + place + ": " + e.getMessage(), "check the path", e);
            }
        }
    }
}
