package topfive.ingest.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Which language a text is in, as ISO 639-1. What the page or feed says is the prior; a text of 200 characters or more is judged by
 * itself, because templates keep {@code lang="en"} around any text.
 */
public final class Languages {
    private static final int ENOUGH = 200;
    private static final int SAMPLE = 1500;
    private static final String UNKNOWN = "und";

    private LanguageDetectorModel model;
    private final Map<String, String> codes = new HashMap<>();

    private Languages() {
        for (var code : Locale.getISOLanguages()) {
            codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
        }
        codes.put("cmn", "zh");
        codes.put("ekk", "et");
        codes.put("lvs", "lv");
        codes.put("pes", "fa");
        codes.put("nob", "nb");
    }

    /** The model is read when the first long text comes: about half a second and 40 MB. */
    public static Languages load() {
        return new Languages();
    }

    private synchronized LanguageDetectorModel model() {
        if (model == null) {
            try (var in = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
                if (in == null) {
                    throw new IllegalStateException("the language model langdetect-183.bin is not on the class path");
                }
                model = new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("language model langdetect-183.bin", e);
            }
        }
        return model;
    }

    /** @param said as the page or feed states it, e.g. {@code en-GB}; "" where it states nothing */
    public String of(String text, String said) {
        var prior = code(said);
        if (text.length() < ENOUGH) {
            return prior;
        }
        var sample = text.substring(0, Math.min(text.length(), SAMPLE));
        if (CommonWords.tell(sample, prior)) {
            return prior; // what is stated and seen needs no model, which takes as long as parsing a page
        }
        var best = new LanguageDetectorME(model()).predictLanguages(sample)[0];
        var found = codes.getOrDefault(best.getLang(), best.getLang());
        // near ties are between neighbours (nb and da, sr and hr): there the page knows better
        return best.getConfidence() < 0.15 && !prior.equals(UNKNOWN) ? prior : found;
    }

    private String code(String said) {
        var primary = said == null ? "" : said.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (primary.length() == 3) {
            return codes.getOrDefault(primary, UNKNOWN);
        }
        return primary.matches("[a-z]{2}") ? primary : UNKNOWN;
    }
}
