package topfive.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholePathTest {
    @TempDir
    private Path data;

    @Test
    void the_sample_day_goes_from_its_sources_to_page_and_topics_on_the_embedded_broker() throws Exception {
        new WholePath(data, Optional.empty()).holds();
    }
}
