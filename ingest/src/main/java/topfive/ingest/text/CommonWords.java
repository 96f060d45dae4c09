package topfive.ingest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The small words that sentences cannot do without, and menus can. Written by hand: the words that come first in any count of running text.
 */
public final class CommonWords {
    /** A code of ISO 639-1 and its words, in small letters. At most 31 lines: each is a bit. */
    private static final List<String> LINES = List.of(
            "en the of and to in that is was for it with as his on be at by had not are but from or have an they which you were her she will"
                    + " their we has been would who its them can more this there when what he if so about than then",
            "de der die und den von das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird"
                    + " bei einer um am sind noch wie einem über einen zum war haben nur oder aber vor zur bis mehr durch man",
            "nl de van het een en in is op te dat zijn voor met die niet aan om ook door bij er naar uit maar wordt werd deze",
            "sv och i att det som en på är av för den med till inte har om ett men var jag så vi kan ut ska från",
            "da og i at det er en til på som af for de med den der ikke har jeg et var han vil kan fra men også",
            "nb og i det er på til som av en for å at med de ikke har den jeg et var han vil kan fra men også",
            "fr la le les et des du un une dans que qui est pour sur pas par au avec son ce plus se ne sont mais ou nous vous ont il elle de en",
            "es el la los las y en por con una un su para es del lo como más pero sus al ha fue este ya cuando muy sin sobre se que de no",
            "pt o a os da do de e não uma um mais dos na no em que se ao foi pela pelo são também das à para com por",
            "it di il che la della per non sono dei gli alla nel anche delle più ma si le lo come ha un una con del è da in",
            "ro și în cu nu este mai pe din care să au de la un o pentru sau fi prin",
            "ca els per amb el la i de que en un una del és al les no com més",
            "pl w i z na się nie do że jest to od za po przez dla jak oraz są był ale które który tym tego o",
            "cs a v se na že je s jsou ale podle která při aby z o do pro to jako i za by",
            "sk a v sa na že je s sú ale podľa ktorá pri aby z o do pre to ako i za by",
            "hr i u se na je su da za od kao koji iz s o već ali što sve ne bi do",
            "ru и в не на что с он как это по но из у за от же бы для мы все так его они также или",
            "uk і в на що з не до як про є та від за це для й у але його вони також або",
            "bg и на да се в за от със че не е са по с към като при това а",
            "el και το της η των να με του για που είναι από στην τα δεν οι στο ότι",
            "tr ve bir bu için ile da de olarak çok daha gibi en ne ama kadar olan",
            "hu a az és hogy nem egy is ez volt meg csak de el mint még már ha",
            "fi ja on ei se että oli ovat mutta kun myös hän jo tai sekä",
            "et ja on ei see et oli ka kui ning mis ta aga",
            "ar في من على إلى أن عن التي هذا مع الذي و ما كان",
            "fa را به از که این با است در و آن برای",
            "he של את על לא זה הוא כי גם עם",
            "hi में के है की से और का को पर ने",
            "id yang dan di untuk dengan ini itu dari pada akan tidak",
            "vi và của là có được cho trong một những không các đã");

    private static final Map<String, Integer> BITS = bits();

    private CommonWords() {}

    /** @param word in capital or small letters */
    public static boolean has(String word) {
        return bitsOf(word) != 0;
    }

    /**
     * Whether a text is in a language as sure as its small words can tell: many of them are that language's, and clearly fewer any other's.
     *
     * @param code ISO 639-1
     * @return false where the language has no words here
     */
    static boolean tell(String text, String code) {
        int[] counts = new int[LINES.size()];
        int words = 0;
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean letter = at < text.length() && Character.isLetter(text.charAt(at));
            if (letter && start < 0) {
                start = at;
            } else if (!letter && start >= 0) {
                words++;
                count(bitsOf(text.substring(start, at)), counts);
                start = -1;
            }
        }
        return isFirst(code, counts, words);
    }

    private static void count(int bits, int[] counts) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            counts[Integer.numberOfTrailingZeros(rest)]++;
        }
    }

    private static boolean isFirst(String code, int[] counts, int words) {
        int own = 0;
        int other = 0;
        for (int line = 0; line < counts.length; line++) {
            if (LINES.get(line).startsWith(code + " ")) {
                own = counts[line];
            } else {
                other = Math.max(other, counts[line]);
            }
        }
        return own * 5 > words && own * 3 > other * 4;
    }

    private static int bitsOf(String word) {
        var bits = BITS.get(word);
        return bits != null ? bits : BITS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> bits() {
        var bits = new HashMap<String, Integer>();
        for (int line = 0; line < LINES.size(); line++) {
            int bit = 1 << line;
            for (var word : LINES.get(line).substring(3).split(" ")) {
                bits.merge(word, bit, (a, b) -> a | b);
            }
        }
        return Map.copyOf(bits);
    }
}
