package topfive.standalone.config;

import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import topfive.standalone.Refusal;

/** topfive.yml as flat keys: {@code sources[0].url}, {@code kafka.bootstrap.servers}; a list of words as one text with commas. */
final class YamlFile {
    private static final Pattern ITEM = Pattern.compile("(.+)\\[\\d+]");

    private YamlFile() {}

    /** @throws Refusal naming the file and the line where it is not YAML */
    static Map<String, String> read(Path file) {
        try {
            var text = Files.readString(file);
            mustBeMapping(file, text);
            return flat(new YamlConfigSource(file.toString(), text).getProperties());
        } catch (CharacterCodingException e) {
            throw Refusal.configuration(file + " is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw Refusal.configuration(
                    "cannot read " + file + ": " + e.getMessage(), "write one with: topfive config init");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var place = mark == null ? "" : " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
            throw Refusal.configuration(
                    file + place + " is not YAML: " + e.getProblem(),
                    "check indentation (two spaces, no tabs) and quotes there");
        } catch (YAMLException e) {
            throw Refusal.configuration(
                    file + " is not YAML: " + e.getMessage().lines().findFirst().orElse(""),
                    "each line is key: value, as `topfive config init` writes it");
        }
    }

    /** The configuration source takes a list or a lone word for "nothing is set", and the last of two equal keys. */
    private static void mustBeMapping(Path file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var root = new Yaml(new SafeConstructor(options)).load(text);
        if (root != null && !(root instanceof Map)) {
            throw Refusal.configuration(
                    file + " is no list of settings", "each line is key: value, as `topfive config init` writes it");
        }
    }

    /** Lists of words come twice, whole and item by item; whole is enough. */
    private static Map<String, String> flat(Map<String, String> yaml) {
        var flat = new TreeMap<String, String>();
        yaml.forEach((quoted, value) -> {
            var name = quoted.replace("\"", "");
            if (!ITEM.matcher(name).matches()) {
                flat.put(name, value);
            }
        });
        return flat;
    }
}
