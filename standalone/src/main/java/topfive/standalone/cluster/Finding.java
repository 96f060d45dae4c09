package topfive.standalone.cluster;

import java.util.Collection;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;

/**
 * Something about the cluster that a person should know.
 *
 * @param what one line
 * @param remedy what to do about it
 */
public record Finding(Grade grade, String what, String remedy) {

    public enum Grade {
        /** Works, but something may be lost or be slow. */
        RISKY,
        /** Cannot work as it is set: exit status 5. */
        WRONG,
        /** Cannot work now: exit status 4. */
        AWAY
    }

    static Finding risky(String what, String remedy) {
        return new Finding(Grade.RISKY, what, remedy);
    }

    static Finding wrong(String what, String remedy) {
        return new Finding(Grade.WRONG, what, remedy);
    }

    static Finding away(String what, String remedy) {
        return new Finding(Grade.AWAY, what, remedy);
    }

    /** The exit status of whoever ends because of it. */
    public int status() {
        return switch (grade) {
            case RISKY -> Exit.OK;
            case WRONG -> Exit.CONFIGURATION;
            case AWAY -> Exit.UNREACHABLE;
        };
    }

    /** @throws Refusal with the first that makes it impossible to go on */
    static void refuse(Collection<Finding> findings) {
        findings.stream()
                .filter(finding -> finding.grade() != Grade.RISKY)
                .findFirst()
                .ifPresent(finding -> {
                    throw Refusal.of(finding.status(), finding.what(), finding.remedy());
                });
    }
}
