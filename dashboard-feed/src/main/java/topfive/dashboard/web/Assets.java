package topfive.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Ids;

/** Style, script and icon, read once. Their addresses carry a hash of the content, so that a browser may keep them for ever. */
final class Assets {
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private final Map<String, Answer> known = new LinkedHashMap<>();

    Assets() {
        for (var name : List.of("topfive.css", "live.js", "icon.svg")) {
            var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            known.put(name, new Answer(200, type + "; charset=utf-8", bytes(name), Map.of()));
        }
    }

    /** @param version as asked for; null where none was */
    Optional<Answer> named(String name, String version) {
        return Optional.ofNullable(known.get(name)).map(asset -> hash(asset).equals(version) ? asset.forEver() : asset);
    }

    String address(String name) {
        return "/assets/" + name + "?v=" + hash(known.get(name));
    }

    private static String hash(Answer asset) {
        return Ids.sha256(asset.body()).substring(0, 12);
    }

    private static byte[] bytes(String name) {
        try (var in = Assets.class.getResourceAsStream("/topfive/dashboard/assets/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read asset " + name, e);
        }
    }
}
