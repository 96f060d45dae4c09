package topfive.dashboard;

import java.util.Map;
import topfive.contract.Edition;
import topfive.dashboard.days.Held;
import topfive.dashboard.digest.MarkdownDigest;
import topfive.dashboard.digest.TextDigest;
import topfive.dashboard.page.DayView;
import topfive.dashboard.page.Html;
import topfive.dashboard.templates.JtedigestGenerated;

/**
 * An edition as it is sent or kept: mail HTML (one column, its style with it, no images), plain text of 72 columns, Markdown. Each is
 * complete: every claim, every quotation listed, every link.
 */
public final class Digest {
    private Digest() {}

    /** @param publicUrl where the page is read, without a slash at its end; "" where there is no page */
    public static String html(Edition edition, String publicUrl) {
        return Html.of(out -> JtedigestGenerated.render(out, null, view(edition), publicUrl));
    }

    /** @param publicUrl where the page is read, without a slash at its end; "" where there is no page */
    public static String text(Edition edition, String publicUrl) {
        return TextDigest.of(view(edition), publicUrl);
    }

    /** @param publicUrl where the page is read, without a slash at its end; "" where there is no page */
    public static String markdown(Edition edition, String publicUrl) {
        return MarkdownDigest.of(view(edition), publicUrl);
    }

    private static DayView view(Edition edition) {
        return DayView.of(new Held(edition, new byte[0]), -1, Map.of());
    }
}
