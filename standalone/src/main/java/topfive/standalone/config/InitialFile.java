package topfive.standalone.config;

import java.util.stream.Collectors;

/** A topfive.yml to start from: every setting at its default, with what it is for. */
public final class InitialFile {
    private InitialFile() {}

    public static String text() {
        var settings = Keys.ALL.stream()
                .filter(key -> !key.secret())
                .map(InitialFile::lines)
                .collect(Collectors.joining("\n"));
        return """
                # Topfive: all settings at their defaults. Flags beat the environment (TOPFIVE_DASHBOARD_PORT=8090), which beats this file.
                # Secrets (ingest.token, admin.token) belong into TOPFIVE_INGEST_TOKEN_FILE and TOPFIVE_ADMIN_TOKEN_FILE.

                %s
                # What to read; `topfive sources add URL` writes an entry for you. kind: feed, page, episode, folder or file; owner: whom
                # sources share, "" takes it from the address; muted: true keeps a source without fetching it.
                # sources:
                #   - {id: example, url: "https://www.example.org/feed.xml", kind: feed, every: 30m, owner: ""}
                sources: []
                """.replace("%s", settings);
    }

    private static String lines(Key key) {
        return "# " + key.doc() + "; " + key.kind().expected + "\n" + key.name() + ": " + value(key) + "\n";
    }

    private static String value(Key key) {
        if (key.kind().isList()) {
            return "[" + key.unless() + "]";
        }
        return key.unless().isEmpty() ? "\"\"" : key.unless();
    }
}
