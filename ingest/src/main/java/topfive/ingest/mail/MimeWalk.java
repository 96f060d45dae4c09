package topfive.ingest.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import topfive.contract.Limits;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Unreadable;

/**
 * Takes a mail apart, part by part, without recursion: at most {@link #DEPTH} levels of parts and mails in mails, {@link #PARTS} parts, and
 * headers of {@link #FIELDS} fields. What is broken is read as far as it goes.
 */
final class MimeWalk {
    static final int DEPTH = 16;
    static final int PARTS = 300;
    static final int FIELDS = 1_000;
    private static final int FIELD = 64 * 1024;

    private final MimeTokenStream stream = new MimeTokenStream(MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(FIELDS)
            .setMaxHeaderLen(FIELD)
            .setMaxContentLen(-1)
            .build());
    private final Deque<Draft> open = new ArrayDeque<>();
    private final Deque<Part> parts = new ArrayDeque<>();
    private Draft outermost;
    private int depth;
    private int read;
    private int decoded;

    private MimeWalk() {}

    /** @throws Unreadable {@code bad-mail} where not even a header can be read */
    static Mail read(byte[] bytes) throws Unreadable {
        var walk = new MimeWalk();
        var broken = "";
        try {
            int start = MailFile.start(bytes);
            walk.stream.parse(new ByteArrayInputStream(lines(bytes), start, bytes.length - start));
            walk.walk();
        } catch (MimeException | IOException e) {
            broken = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        } catch (RuntimeException e) { // a library's slip on hostile bytes is one mail's fate, not the reader's
            broken = e.toString();
        }
        if (walk.outermost == null) {
            throw new Unreadable("bad-mail", "no mail can be read from it: " + broken);
        }
        if (!broken.isEmpty()) {
            walk.outermost.notes.add("the mail breaks off: " + broken);
        }
        return walk.outermost.done();
    }

    /** Old systems end lines by a carriage return alone. */
    private static byte[] lines(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '\n') {
                return bytes;
            }
        }
        var lines = bytes.clone();
        for (int at = 0; at < lines.length; at++) {
            lines[at] = lines[at] == '\r' ? (byte) '\n' : lines[at];
        }
        return lines;
    }

    private static final class Draft {
        private final Headers.Collected headers = new Headers.Collected();
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private final List<Draft> enclosed = new ArrayList<>();
        private final List<String> attachments = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Mail done() {
            var inside = new ArrayList<Mail>();
            enclosed.forEach(draft -> inside.add(draft.alone()));
            return new Mail(headers.done(), html.toString(), text.toString(), inside, attachments, notes);
        }

        /** What lies deeper still is in the outermost's list. */
        private Mail alone() {
            return new Mail(headers.done(), html.toString(), text.toString(), List.of(), attachments, notes);
        }
    }

    private void walk() throws IOException, MimeException {
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> begin();
                case T_END_MESSAGE -> end();
                case T_START_BODYPART -> parts.push(new Part(true));
                case T_END_BODYPART -> endOfPart();
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_FIELD -> field();
                case T_END_HEADER -> notTooDeep();
                case T_BODY -> body();
                default -> {}
            }
        }
    }

    private void begin() {
        var draft = new Draft();
        if (outermost == null) {
            outermost = draft;
        } else {
            outermost.enclosed.add(draft);
        }
        open.push(draft);
        parts.push(new Part(false));
        depth++;
    }

    private void end() {
        open.pop();
        parts.pop();
        depth--;
    }

    private void endOfPart() {
        parts.pop();
        stream.setRecursionMode(RecursionMode.M_RECURSE);
    }

    private void field() {
        var field = stream.getField();
        if (!parts.peek().inside()) {
            open.peek().headers.add(field);
        }
        parts.peek().add(field);
    }

    private void notTooDeep() {
        if (depth >= DEPTH) {
            stream.setRecursionMode(RecursionMode.M_FLAT);
        }
    }

    private void body() throws IOException {
        var draft = open.peek();
        if (++read > PARTS) {
            if (read == PARTS + 1) {
                outermost.notes.add("more than " + PARTS + " parts: the rest is not read");
            }
            return;
        }
        var part = parts.peek();
        var type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        if (part.isAttachment(type)) {
            part.named(type).ifPresent(draft.attachments::add);
        } else if (type.equals("text/html")) {
            draft.html.append(text(part, type)).append('\n');
        } else {
            draft.text.append(text(part, type)).append("\n\n");
        }
    }

    /** In all no more than a file may hold, however many parts it comes in. */
    private String text(Part part, String type) throws IOException {
        var bytes = stream.getDecodedInputStream().readNBytes(Limits.PUSH - decoded);
        boolean full = decoded < Limits.PUSH && decoded + bytes.length >= Limits.PUSH;
        decoded += bytes.length;
        if (full) {
            outermost.notes.add("more than " + Limits.PUSH / 1024 + " KiB of text: the rest is not read");
        }
        return Encoding.decode(bytes, part.charset().isEmpty() ? "" : type + "; charset=" + part.charset());
    }
}
