package topfive.standalone;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** What every service measures of its process and its disk. */
final class OfThisJvm {
    private OfThisJvm() {}

    static void into(MeterRegistry metrics, DiskSpace disk) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new FileDescriptorMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        Gauge.builder("topfive.disk.free.bytes", disk, DiskSpace::free)
                .strongReference(true)
                .register(metrics);
        Gauge.builder("topfive.disk.total.bytes", disk, DiskSpace::total)
                .strongReference(true)
                .register(metrics);
    }
}
