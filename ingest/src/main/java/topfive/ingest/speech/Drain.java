package topfive.ingest.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a stream to its end on a thread of its own, so that who writes is never held up; keeps only so much of it. */
final class Drain {
    private final InputStream in;
    private final int most;
    private final Runnable tooMuch;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::read, "speech-drain");
    private boolean over;

    private Drain(InputStream in, int most, Runnable tooMuch) {
        this.in = in;
        this.most = most;
        this.tooMuch = tooMuch;
    }

    /** @param tooMuch is called once, where there are more bytes than {@code most}; what comes after is thrown away */
    static Drain of(InputStream in, int most, Runnable tooMuch) {
        var drain = new Drain(in, most, tooMuch);
        drain.thread.setDaemon(true);
        drain.thread.start();
        return drain;
    }

    private void read() {
        var chunk = new byte[8192];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                keep(chunk, read);
            }
        } catch (IOException e) {
            // the program was stopped: what was read is all there is
        }
    }

    private void keep(byte[] chunk, int read) {
        boolean first;
        synchronized (this) {
            int room = Math.min(read, most - kept.size());
            kept.write(chunk, 0, room);
            first = room < read && !over;
            over |= room < read;
        }
        if (first) {
            tooMuch.run();
        }
    }

    /** Waits for the end, but not for one who keeps the stream open after the program ended. */
    Drain await(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        return this;
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    synchronized boolean isOver() {
        return over;
    }
}
