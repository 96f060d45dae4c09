package topfive.dashboard.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * A template's output as text. The templates are called as the classes that they were made into: a wrong parameter does not compile, and
 * there is nothing to find at run time.
 */
public final class Html {
    private Html() {}

    public static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        TemplateOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
