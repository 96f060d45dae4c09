package topfive.ingest.mail;

import java.util.List;

/**
 * One mail, taken apart.
 *
 * @param html all its HTML, "" where there is none
 * @param text all its plain text, "" where there is none
 * @param enclosed mails inside it, outermost first
 * @param attachments names of what was not read
 * @param notes what a person should know: one line each
 */
record Mail(
        Headers headers, String html, String text, List<Mail> enclosed, List<String> attachments, List<String> notes) {
    Mail {
        enclosed = List.copyOf(enclosed);
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
    }

    boolean hasText() {
        return !html.isBlank() || !text.isBlank();
    }
}
