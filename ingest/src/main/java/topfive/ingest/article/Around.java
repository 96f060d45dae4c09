package topfive.ingest.article;

/** Elements that HTML has for what stands around an article, and for the article. */
enum Around {
    NAV,
    ASIDE,
    FOOTER,
    HEADER,
    FORM,
    FIGURE,
    ADDRESS,
    DIALOG,
    NOT_SHOWN,
    ARTICLE,
    MAIN,
    BODY_PROPERTY;

    int bit() {
        return 1 << ordinal();
    }

    static int bitsOf(String tag) {
        return switch (tag) {
            case "nav", "menu" -> NAV.bit();
            case "aside", "amp-sidebar" -> ASIDE.bit();
            case "footer" -> FOOTER.bit();
            case "header" -> HEADER.bit();
            case "form", "fieldset" -> FORM.bit();
            case "figure", "figcaption" -> FIGURE.bit();
            case "address" -> ADDRESS.bit();
            case "dialog" -> DIALOG.bit();
            case "article" -> ARTICLE.bit();
            case "main" -> MAIN.bit();
            default -> 0;
        };
    }
}
