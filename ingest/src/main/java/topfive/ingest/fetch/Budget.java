package topfive.ingest.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much one exchange may read from the wire, everything counted: also what a client buffers without a limit of its own, say a line of
 * chunk extensions that never ends. An exchange is read by one thread, so that the count belongs to the thread.
 */
final class Budget {
    private static final long AROUND = 1024 * 1024;

    private final ThreadLocal<long[]> left = new ThreadLocal<>();

    /** For the exchange that this thread begins, with a body of at most {@code limit} bytes. */
    void begin(int limit) {
        left.set(new long[] {2L * limit + AROUND});
    }

    void end() {
        left.remove();
    }

    InputStream counted(InputStream wire) {
        return new FilterInputStream(wire) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                spend(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                spend(read);
                return read;
            }
        };
    }

    private void spend(int read) throws IOException {
        var mine = left.get();
        if (mine == null) {
            return;
        }
        mine[0] -= Math.max(0, read);
        if (mine[0] < 0) {
            throw new IOException("the server sends too much around its content");
        }
    }
}
