package topfive.standalone;

/** What the command's exit status says. Public interface: scripts depend on it. */
public final class Exit {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    /** All went well and there is nothing to report, e.g. a day without insights. */
    public static final int NOTHING = 3;

    /** The broker or a service does not answer. */
    public static final int UNREACHABLE = 4;

    public static final int CONFIGURATION = 5;

    private Exit() {}
}
