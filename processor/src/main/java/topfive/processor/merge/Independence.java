package topfive.processor.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which reports are independent voices. One voice are those of one owner, copies of one claim, documents of one text, trimmed, edited or
 * quoted at length, those that credit one agency or author and share some of its words, and a report with the one that it says it has this
 * from. What holds for two pairs holds for all three, so a voice is a connected component: the order of the members does not show.
 *
 * @param voice insight id to the number of its voice
 */
record Independence(Map<String, Integer> voice) {
    /** Share of a claim's runs of three words. */
    private static final double COPIED = 0.5;

    private static final double COPIED_SOME = 0.2;
    /** Share of the shorter document that stands in the other. */
    private static final double ONE_TEXT = 0.6;

    private static final double SOME_TEXT = 0.2;
    /** With less of both in common, what stands in the other cannot be told from chance. */
    private static final double LEAST = 0.06;

    static Independence of(List<Member> members) {
        var reports = members.stream().map(Report::of).toList();
        var voices = new Voices(members.size());
        uniteMarked(reports, voices);
        uniteTold(reports, voices);
        uniteTexts(reports, voices);
        return new Independence(voices.byId(members));
    }

    private static void uniteMarked(List<Report> reports, Voices voices) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < reports.size(); i++) {
            for (var mark : reports.get(i).marks()) {
                var other = first.putIfAbsent(mark, i);
                voices.unite(i, other == null ? i : other);
            }
        }
    }

    private static void uniteTold(List<Report> reports, Voices voices) {
        var outlets = new HashMap<String, List<Integer>>();
        for (int i = 0; i < reports.size(); i++) {
            for (var name : reports.get(i).names()) {
                outlets.computeIfAbsent(name, each -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < reports.size(); i++) {
            for (var from : reports.get(i).from()) {
                for (var outlet : outlets.getOrDefault(from, List.of())) {
                    voices.unite(i, outlet);
                }
            }
        }
    }

    /** Of reports that have wording and origin in common one is compared for all. */
    private static void uniteTexts(List<Report> reports, Voices voices) {
        var texts = new HashMap<Object, Integer>();
        var different = IntStream.range(0, reports.size())
                .filter(i -> texts.putIfAbsent(reports.get(i).text(), i) == null)
                .toArray();
        for (var a : different) {
            for (var b : different) {
                if (b < a && !voices.areOne(a, b) && reports.get(a).isOneText(reports.get(b))) {
                    voices.unite(a, b);
                }
            }
        }
    }

    int groupOf(Claim claim) {
        return voice.get(claim.id());
    }

    int groups() {
        return (int) voice.values().stream().distinct().count();
    }

    /**
     * @param names of its outlet, as a credit would have them
     * @param from whom it says it has this from
     */
    private record Report(Member member, Set<String> names, Set<String> from) {
        private static final Pattern DOMAIN = Pattern.compile("([^./]{3,})\\.[^/]+");

        static Report of(Member member) {
            var is = member.claim().insight();
            var from = Credits.toldBy(
                    List.of(is.claim(), is.context().before(), is.context().after()));
            from.addAll(member.claim().origin().credits());
            var owner = DOMAIN.matcher(is.source().owner()).replaceFirst("$1");
            return new Report(member, names(is.source().name(), owner), from);
        }

        private static Set<String> names(String... names) {
            return Arrays.stream(names)
                    .map(Credits::key)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
        }

        /** Those that have one of these in common are one voice. */
        List<String> marks() {
            var is = member.claim().insight();
            return List.of("owner " + is.source().owner(), "claim " + is.claim(), "text " + is.contentHash());
        }

        Object text() {
            return List.of(member.claim().insight().claim(), origin());
        }

        boolean isOneText(Report other) {
            var credited = origin().sharesCredit(other.origin());
            var claims = Wording.jaccard(
                    member.node().wording().shingles(),
                    other.member.node().wording().shingles());
            if (claims >= (credited ? COPIED_SOME : COPIED)) {
                return true;
            }
            var here = origin().sketch();
            var there = other.origin().sketch();
            return here.jaccard(there) >= LEAST && here.contained(there) >= (credited ? SOME_TEXT : ONE_TEXT);
        }

        private Origin origin() {
            return member.claim().origin();
        }
    }

    /** Union-find; the least index stands for all. */
    private record Voices(int[] first) {
        Voices(int size) {
            this(new int[size]);
            Arrays.setAll(first, i -> i);
        }

        int of(int i) {
            while (first[i] != i) {
                first[i] = first[first[i]];
                i = first[i];
            }
            return i;
        }

        boolean areOne(int i, int j) {
            return of(i) == of(j);
        }

        void unite(int i, int j) {
            first[Math.max(of(i), of(j))] = Math.min(of(i), of(j));
        }

        Map<String, Integer> byId(List<Member> members) {
            var byId = new HashMap<String, Integer>();
            for (int i = 0; i < members.size(); i++) {
                byId.put(members.get(i).id(), of(i));
            }
            return byId;
        }
    }
}
