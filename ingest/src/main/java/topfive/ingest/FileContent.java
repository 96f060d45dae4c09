package topfive.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topfive.contract.Document;
import topfive.contract.Source;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.feed.Identities;
import topfive.ingest.mail.MailFile;
import topfive.ingest.mail.Newsletter;
import topfive.ingest.push.Pushed;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Tells what the bytes of a file are, and whose. */
record FileContent(CopyDesk desk, OneFile file) {

    record Found(List<Document> documents, List<String> notes) {}

    Found read(byte[] bytes) throws Unreadable {
        if (MailFile.isMail(bytes)) {
            return newsletter(bytes);
        }
        var text = Encoding.decode(bytes, "");
        if (FeedFile.isFeed(text)) {
            return feed(bytes);
        }
        var start = text.stripLeading();
        if (start.startsWith("{") && start.contains("\"content\"") && !start.contains("\"segments\"")) {
            return pushed(start);
        }
        var reading = desk.read(new CopyDesk.Copy(bytes, "", "", file.path().toString(), "", List.of(), false));
        return one(
                file.source()
                        .map(given -> owned(given, Owners.of(reading.url())))
                        .orElseGet(() -> itself(reading)),
                reading);
    }

    private Found one(Source source, Reading reading) {
        var named = reading.title().isEmpty() ? reading.filledFrom(file.stem(), "", "", Optional.empty()) : reading;
        return new Found(List.of(file.filed(source, named, named.url())), reading.notes());
    }

    private Found pushed(String json) throws Unreadable {
        var pushed = Pushed.parse(json.getBytes(StandardCharsets.UTF_8));
        var reading = pushed.read(desk);
        var source = file.source().orElseGet(() -> Reception.source(pushed));
        return new Found(List.of(file.filed(source, reading, reading.url())), reading.notes());
    }

    /** The list is the source, wherever its mails are kept: two folders with the same issue hold one document. */
    private Found newsletter(byte[] bytes) throws Unreadable {
        var name = file.path().toString();
        var letter = desk.within(name, () -> Newsletter.read(bytes, name, desk.languages()));
        var owner = letter.writer().orElseGet(() -> Owners.of(letter.home()));
        var given = file.source().orElseGet(() -> new Source(file.stem(), file.stem(), "file", file.stem(), null));
        var source = letter.list().isEmpty()
                ? owned(given, owner)
                : new Source(
                        "mail/" + letter.list(),
                        letter.sender(),
                        given.kind(),
                        isConfigured(given) || owner.isEmpty() ? given.owner() : owner,
                        null);
        var reading = letter.reading().title().isEmpty()
                ? letter.reading().filledFrom(file.stem(), "", "", Optional.empty())
                : letter.reading();
        var document = letter.messageId().isEmpty()
                ? file.filed(source, reading, reading.url())
                : file.filed(source, reading, reading.published(), letter.messageId());
        return new Found(List.of(document), reading.notes());
    }

    private Found feed(byte[] bytes) throws Unreadable {
        var feed = desk.feed(bytes, "", "");
        var owner = Owners.of(feed.link());
        var name = Tidy.line(feed.title());
        var stem = file.stem();
        var from = file.source()
                .orElseGet(() ->
                        new Source(stem, name.isEmpty() ? stem : name, "file", owner.isEmpty() ? stem : owner, null));
        var documents = new ArrayList<Document>();
        var notes = new ArrayList<String>();
        var identities = Identities.in(feed);
        for (var item : identities.distinct(feed.items())) {
            var reading = item.cut() ? Optional.<Reading>empty() : ItemText.of(item, feed.language(), desk.languages());
            reading.ifPresent(
                    found -> documents.add(file.filed(from, found, ItemText.published(item), identities.of(item))));
        }
        if (!feed.whole()) {
            notes.add("the feed breaks off: " + documents.size() + " items read");
        }
        if (documents.isEmpty()) {
            throw new Unreadable("empty", file.path() + " is a feed without items that have text");
        }
        return new Found(documents, notes);
    }

    /** A folder may hold pages of many publishers: where no owner is configured, each page's own address tells. */
    private static Source owned(Source given, String owner) {
        return isConfigured(given) || owner.isEmpty()
                ? given
                : new Source(given.id(), given.name(), given.kind(), owner, given.url());
    }

    private static boolean isConfigured(Source given) {
        return !given.owner().equals(given.id());
    }

    private Source itself(Reading reading) {
        var owner = Owners.of(reading.url());
        var stem = file.stem();
        var name = reading.site().isEmpty() ? owner.isEmpty() ? stem : owner : reading.site();
        return new Source(stem, name, "file", owner.isEmpty() ? stem : owner, null);
    }
}
