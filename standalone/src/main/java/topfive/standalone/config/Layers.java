package topfive.standalone.config;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import topfive.standalone.Refusal;

/** What is set where; the later of defaults, topfive.yml, environment and flags wins. */
public final class Layers {
    private static final String DEFAULT = "default";
    private final SmallRyeConfig config;
    private final Optional<Path> file;

    private Layers(SmallRyeConfig config, Optional<Path> file) {
        this.config = config;
        this.file = file;
    }

    /** A setting as text, and where it comes from. */
    record Setting(String name, String value, String from) {}

    /**
     * @param file empty where there is none
     * @throws Refusal at the first unknown key or wrong value, naming it, its place and the nearest key or what is expected
     */
    public static Layers of(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        var sources = new SmallRyeConfigBuilder();
        sources.withSources(new Layer(DEFAULT, 0, defaults()));
        file.ifPresent(path -> sources.withSources(new Layer(path.toString(), 100, YamlFile.read(path))));
        sources.withSources(new Layer("the environment", 300, Environment.settings(environment)));
        sources.withSources(new Layer("the flags", 400, flags));
        var layers = new Layers(sources.build(), file);
        layers.settings().forEach(Check::setting);
        return layers;
    }

    Setting get(String name) {
        var value = config.getConfigValue(name);
        var text = value.getValue() == null ? "" : value.getValue().strip();
        return new Setting(name, text, value.getConfigSourceName() == null ? DEFAULT : value.getConfigSourceName());
    }

    String text(String name) {
        return get(name).value();
    }

    /** Those in force, in the order of {@link Keys}, then what has no fixed place: Kafka's own, and the sources. */
    List<Setting> settings() {
        var order = Keys.names();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> !isOverruled(name))
                .sorted()
                .sorted(Comparator.comparingInt(name -> order.contains(name) ? order.indexOf(name) : order.size()))
                .map(this::get)
                .toList();
    }

    /** A setting of Kafka can stand in a file that {@code NAME-file} names: of the two the one that was said later is in force. */
    private boolean isOverruled(String name) {
        var other = name.endsWith(KafkaSettings.FILE)
                ? name.substring(0, name.length() - KafkaSettings.FILE.length())
                : name + KafkaSettings.FILE;
        return name.startsWith(Keys.KAFKA) && place(other) > place(name);
    }

    /** The later, the higher. */
    private int place(String name) {
        var value = config.getConfigValue(name);
        return value.getValue() == null ? -1 : value.getConfigSourceOrdinal();
    }

    Optional<Path> file() {
        return file;
    }

    private static Map<String, String> defaults() {
        var defaults = new TreeMap<String, String>();
        Keys.ALL.forEach(key -> defaults.put(key.name(), key.unless()));
        return defaults;
    }
}
