package topfive.standalone.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** The name a broker's folder got when it was first used; a broker under another name would refuse the folder. */
final class ClusterId {
    private ClusterId() {}

    static String of(Path folder) throws IOException {
        var meta = folder.resolve("meta.properties");
        if (!Files.exists(meta)) {
            return Uuid.randomUuid().toString();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.getProperty("cluster.id", Uuid.randomUuid().toString());
    }
}
