package topfive.ingest.article;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Elements that belong to another article, or to nobody's: related stories, comments, navigation. */
final class Elsewhere {
    private static final Pattern NAMES = Pattern.compile(
            "(?<![a-z])(?:comment|comments|related|recommend\\w*|popular|trending|more-(?:from|posts|articles|stories)|carousel|review-?er|reviewed|testimonial|navigation|mega-?menu)",
            Pattern.CASE_INSENSITIVE);

    private static final int HIGHEST = 40;

    private Elsewhere() {}

    static boolean is(Element element) {
        var around = element;
        for (int height = 0; height < HIGHEST && around != null; height++, around = around.parent()) {
            switch (around.normalName()) {
                case "body", "html", "main" -> {
                    return false;
                }
                case "footer", "nav", "aside" -> {
                    return true;
                }
                default -> {
                    if (NAMES.matcher(around.className() + " " + around.id()).find()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
