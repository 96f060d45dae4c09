package topfive.processor.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which reports are independent voices: those of one owner are one voice, and so are copies of one text, whoever carries them.
 *
 * @param voice insight id to the number of its voice
 */
record Independence(Map<String, Integer> voice) {
    static Independence of(List<Member> members) {
        var voice = new int[members.size()];
        for (int i = 0; i < voice.length; i++) {
            voice[i] = i;
            for (int j = 0; j < i; j++) {
                if (voice[j] != voice[i] && oneVoice(members.get(j), members.get(i))) {
                    unite(voice, i, voice[i], voice[j]);
                }
            }
        }
        var byId = new HashMap<String, Integer>();
        for (int i = 0; i < voice.length; i++) {
            byId.put(members.get(i).id(), voice[i]);
        }
        return new Independence(byId);
    }

    int groupOf(Claim claim) {
        return voice.get(claim.id());
    }

    int groups() {
        return new HashSet<>(voice.values()).size();
    }

    private static boolean oneVoice(Member a, Member b) {
        return a.claim()
                        .insight()
                        .source()
                        .owner()
                        .equals(b.claim().insight().source().owner())
                || a.to(b).copy();
    }

    private static void unite(int[] voice, int upTo, int from, int to) {
        for (int i = 0; i <= upTo; i++) {
            if (voice[i] == from) {
                voice[i] = to;
            }
        }
    }
}
