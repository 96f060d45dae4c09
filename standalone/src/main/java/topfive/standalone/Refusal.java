package topfive.standalone;

/** A reason to stop that a person can act on: one line that says what is wrong, one that says what to do, and the exit status. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String remedy;

    private Refusal(int status, String what, String remedy, Throwable cause) {
        super(what, cause);
        this.status = status;
        this.remedy = remedy;
    }

    /** @param status of {@link Exit} */
    public static Refusal of(int status, String what, String remedy) {
        return new Refusal(status, what, remedy, null);
    }

    public static Refusal failed(String what, String remedy) {
        return new Refusal(Exit.FAILED, what, remedy, null);
    }

    public static Refusal failed(String what, String remedy, Throwable cause) {
        return new Refusal(Exit.FAILED, what, remedy, cause);
    }

    public static Refusal usage(String what, String remedy) {
        return new Refusal(Exit.USAGE, what, remedy, null);
    }

    public static Refusal nothing(String what, String remedy) {
        return new Refusal(Exit.NOTHING, what, remedy, null);
    }

    public static Refusal unreachable(String what, String remedy, Throwable cause) {
        return new Refusal(Exit.UNREACHABLE, what, remedy, cause);
    }

    public static Refusal configuration(String what, String remedy) {
        return new Refusal(Exit.CONFIGURATION, what, remedy, null);
    }

    public int status() {
        return status;
    }

    public String remedy() {
        return remedy;
    }
}
