package topfive.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** Processor time of this thread, of one task after the other: the clock on the wall says something else on a busy machine. */
final class Spent {
    private double[] milliseconds = new double[64];
    private int count;

    void on(Runnable task) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        task.run();
        if (count == milliseconds.length) {
            milliseconds = Arrays.copyOf(milliseconds, 2 * count);
        }
        milliseconds[count++] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Processor time of the whole process so far, compiler and garbage collector included, in seconds. */
    static double byAllThreads() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    double sum() {
        return Arrays.stream(milliseconds, 0, count).sum();
    }

    /** Mean, 99th percentile and the largest. */
    @Override
    public String toString() {
        var sorted = Arrays.copyOf(milliseconds, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "mean %7.2f ms  p99 %7.2f ms  most %7.2f ms",
                sum() / count,
                sorted[(int) (0.99 * (count - 1))],
                sorted[count - 1]);
    }
}
