package topfive.contract;

/**
 * Whether a service can do its work at this moment.
 *
 * @param missing one line that says why not, with figures; "" where it can
 * @param restartHelps whether what is missing comes back only with a new process
 */
public record Readiness(String missing, boolean restartHelps) {
    public static final Readiness READY = new Readiness("", false);

    public Readiness {
        missing = missing.replaceAll("\\s+", " ").strip();
    }

    public static Readiness not(String missing) {
        return new Readiness(missing, false);
    }

    public static Readiness broken(String missing) {
        return new Readiness(missing, true);
    }

    public boolean isReady() {
        return missing.isEmpty();
    }

    /** Both; what this one misses is said first. */
    public Readiness and(Readiness other) {
        if (isReady() || other.isReady()) {
            return isReady() ? other : this;
        }
        return new Readiness(missing + "; " + other.missing, restartHelps || other.restartHelps);
    }
}
