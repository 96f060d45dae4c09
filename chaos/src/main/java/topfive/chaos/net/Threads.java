package topfive.chaos.net;

/** Threads that do not keep a run alive. */
final class Threads {
    private Threads() {}

    static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
