package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    private static final long GIB = 1L << 30;

    private final DiskSpace disk = new DiskSpace(Path.of("/data"));

    @Test
    void a_large_disk_needs_one_gibibyte_and_a_small_one_a_tenth() {
        assertThat(disk.judged(2 * GIB, 1000 * GIB).isReady()).isTrue();
        assertThat(disk.judged(GIB, 1000 * GIB).missing())
                .isEqualTo("the disk of /data is full: 1,024 MiB free, 1,024 needed");
        assertThat(disk.judged(GIB / 2, 4 * GIB).isReady()).isTrue();
        assertThat(disk.judged(GIB / 4, 4 * GIB).missing())
                .isEqualTo("the disk of /data is full: 256 MiB free, 410 needed");
    }
}
