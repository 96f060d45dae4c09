package topfive.standalone.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings from one place; the higher ordinal wins. */
record Layer(String from, int ordinal, Map<String, String> settings) implements ConfigSource {
    Layer {
        settings = Map.copyOf(settings);
    }

    @Override
    public String getName() {
        return from;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public String getValue(String name) {
        return settings.get(name);
    }
}
