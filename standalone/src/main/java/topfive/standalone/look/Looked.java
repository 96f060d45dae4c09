package topfive.standalone.look;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import topfive.contract.Limits;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.HttpWeb;
import topfive.ingest.fetch.Request;
import topfive.ingest.push.Pushed;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;
import topfive.ingest.transcript.Transcript;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.Configuration;

/** The bytes of a file or an address, and what our own readers make of them. */
public record Looked(String place, String url, String contentType, byte[] bytes) {

    /** An address is fetched as the services would do it, with all their manners. */
    public static Looked at(String place, Surroundings world, Configuration configuration) throws IOException {
        if (!place.startsWith("http://") && !place.startsWith("https://")) {
            return new Looked(place, "", "", Files.readAllBytes(world.here().resolve(place)));
        }
        var web = new HttpWeb(
                configuration.fetch().allowPrivate(),
                configuration.fetch().contact(),
                world.clock(),
                new SimpleMeterRegistry());
        try {
            return of(place, web.get(Request.of(place, Limits.FEED)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while fetching " + place, "do it again", e);
        }
    }

    private static Looked of(String place, Fetched answer) {
        if (answer instanceof Fetched.Fresh fresh) {
            return new Looked(place, fresh.url(), fresh.contentType(), fresh.body());
        }
        if (answer instanceof Fetched.Failed failed) {
            var remedy = failed.reason().equals("private-address")
                    ? "allow it: --set fetch.allow-private=HOST:PORT"
                    : "check the address in a browser";
            throw Refusal.unreachable(failed.why(), remedy, null);
        }
        if (answer instanceof Fetched.Later later) {
            throw Refusal.unreachable(later.why(), "try again later", null);
        }
        throw Refusal.unreachable(place + " is gone for good (410)", "look for its new address", null);
    }

    public Reading text(boolean spoken) throws Unreadable {
        return desk().read(new CopyDesk.Copy(bytes, contentType, url, place, "", List.of(), spoken));
    }

    /** What a transcript is by its content, in words. */
    public String format() throws Unreadable {
        return Transcript.sniff(CopyDesk.text(bytes, contentType, place)).words();
    }

    public Reading pushed() throws Unreadable {
        return Pushed.parse(bytes).read(desk());
    }

    public Feed feed() throws Unreadable {
        return FeedFile.read(Encoding.decode(bytes, contentType), url);
    }

    private static CopyDesk desk() {
        return new CopyDesk(Languages.load());
    }
}
