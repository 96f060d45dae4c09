package topfive.standalone.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import topfive.ingest.text.Links;
import topfive.standalone.Refusal;
import topfive.standalone.config.Nearest;

/**
 * Where a source is: what somebody typed, made out.
 *
 * @param url an address, or a path; relative to the folder of topfive.yml where it lies in it
 * @param kind what it can only be, or "" for an address
 */
public record Place(String url, String kind) {
    private static final Collection<String> SCHEMES = java.util.List.of("http", "https", "file", "feed");

    /**
     * @param here where relative paths start
     * @param root the folder of topfive.yml
     * @throws Refusal where it is neither an address nor a path
     */
    public static Place of(String typed, Path here, Path root) {
        var word =
                typed.strip().replaceFirst("(?i)^feed:(?://)?(?=https?:)", "").replaceFirst("(?i)^feed://", "http://");
        int colon = word.indexOf("://");
        if (colon > 0) {
            return address(word, word.substring(0, colon));
        }
        var path = here.resolve(word).normalize();
        if (Files.exists(path)) {
            var url = path.startsWith(root) && !path.equals(root)
                    ? root.relativize(path).toString()
                    : path.toString();
            return new Place(url, Files.isDirectory(path) ? "folder" : "file");
        }
        var assumed = Links.absolute(null, "https://" + word);
        if (assumed.isEmpty() || !Links.host("https://" + word).contains(".")) {
            throw Refusal.usage(
                    typed + " is neither an address nor a file or folder here",
                    "give an address, e.g. https://www.example.org/feed.xml, or a path");
        }
        return new Place("https://" + word, "");
    }

    private static Place address(String word, String scheme) {
        if (!Links.isWeb(scheme)) {
            var nearest = Nearest.to(scheme, SCHEMES).orElse("https");
            throw Refusal.usage(
                    scheme + ":// addresses are not read",
                    Nearest.distance(scheme, nearest) <= 2
                            ? "did you mean " + nearest + "://?"
                            : "give one that begins with https:// or http://");
        }
        if (Links.absolute(null, word).isEmpty()) {
            throw Refusal.usage(word + " is no address", "check it for blanks and odd letters");
        }
        return new Place(word, "");
    }
}
