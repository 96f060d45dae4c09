package topfive.ingest;

import topfive.contract.SourceState;

/** What a visit yielded, or why nothing, in one line for an editor. */
final class Yield {
    private Yield() {}

    static String words(Visit visit, Round round, SourceState before) {
        return switch (visit.outcome()) {
            case "fetched" -> joined(visit.detail(), fetched(visit, round.batch(), before));
            case "not-modified" -> joined("unchanged (304), " + lastNew(before), visit.detail());
            case "gone" -> joined(visit.detail(), "not asked again until its address is changed");
            default -> visit.detail();
        };
    }

    static String joined(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + "; " + b;
    }

    private static String fetched(Visit visit, Batch batch, SourceState before) {
        if (batch.fresh() > 0 && batch.fresh() == batch.backlog()) {
            return joined(counted(batch.fresh(), "document") + ", all older than 24 h at subscription", lost(batch));
        }
        return joined(batch.fresh() > 0 ? "" : nothing(visit, batch, before), lost(batch));
    }

    private static String nothing(Visit visit, Batch batch, SourceState before) {
        if (batch.unchanged() > 0) {
            return "nothing new, " + lastNew(before);
        }
        int waiting = visit.learned().map(Learned::items).orElse(0) - batch.withoutText() - batch.dead();
        return waiting > 0 && batch.mustReadAgain()
                ? counted(waiting, "item") + " whose page could not be had yet"
                : "";
    }

    /** What came and is no document. */
    private static String lost(Batch batch) {
        return joined(
                batch.withoutText() == 0 ? "" : counted(batch.withoutText(), "item") + " without text",
                batch.dead() == 0 ? "" : batch.dead() + " could not be read: see the dead letters");
    }

    private static String lastNew(SourceState before) {
        return before.lastNew() == null ? "no document yet" : "last new document " + before.lastNew();
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
