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
        var unreadable = batch.dead() == 0 ? "" : batch.dead() + " could not be read: see the dead letters";
        if (batch.fresh() > 0 && batch.fresh() == batch.backlog()) {
            return joined(counted(batch.fresh()) + ", all older than 24 h at subscription", unreadable);
        }
        return joined(batch.fresh() > 0 ? "" : nothing(visit, batch, before), unreadable);
    }

    private static String nothing(Visit visit, Batch batch, SourceState before) {
        if (batch.unchanged() > 0) {
            return "nothing new, " + lastNew(before);
        }
        int items = visit.learned().map(Learned::items).orElse(0);
        var counted = items + (items == 1 ? " item" : " items");
        if (items == 0 || batch.dead() > 0) {
            return "";
        }
        return batch.mustReadAgain()
                ? counted + ", whose pages could not be had yet"
                : counted + ", without any text that could be taken";
    }

    private static String lastNew(SourceState before) {
        return before.lastNew() == null ? "no document yet" : "last new document " + before.lastNew();
    }

    private static String counted(int documents) {
        return documents + (documents == 1 ? " document" : " documents");
    }
}
