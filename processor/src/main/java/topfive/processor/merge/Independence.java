package topfive.processor.merge;

import java.util.ArrayList;
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
    /** Each member is held against the first of every voice: copies of one text need not be compared with each other. */
    static Independence of(List<Member> members) {
        var voices = new ArrayList<Member>();
        var byOwner = new HashMap<String, Integer>();
        var byId = new HashMap<String, Integer>();
        for (var member : members) {
            var owner = member.claim().insight().source().owner();
            var voice = byOwner.containsKey(owner) ? byOwner.get(owner) : copied(member, voices);
            if (voice == voices.size()) {
                voices.add(member);
            }
            byOwner.put(owner, voice);
            byId.put(member.id(), voice);
        }
        return new Independence(byId);
    }

    private static int copied(Member member, List<Member> voices) {
        for (int i = 0; i < voices.size(); i++) {
            if (voices.get(i).to(member).copy()) {
                return i;
            }
        }
        return voices.size();
    }

    int groupOf(Claim claim) {
        return voice.get(claim.id());
    }

    int groups() {
        return new HashSet<>(voice.values()).size();
    }
}
