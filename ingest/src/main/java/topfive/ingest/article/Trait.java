package topfive.ingest.article;

/** What is known of one block when it is judged; {@link Traits} works them out. Shares are 0 to 1, yes is 1. */
enum Trait {
    // the text
    /** Length as of Latin text. */
    SIZE,
    /** Share of small words that sentences are made of. */
    COMMON,
    /** Share of words that begin with a capital. */
    CAPITALS,
    COMMAS,
    ENDED,
    /** Share of link text. */
    LINKED,
    /** Begins like a share label, prompt or see-also. */
    PHRASE,
    /** Ends in a picture's credit. */
    CREDIT,
    /** Says who somebody is. */
    BIOGRAPHY,
    /** Speaks of rights, newsletters, cookies or commissions. */
    NOTICE,
    /** How often the page says the very same. */
    COPIES,
    /** Overlap with the words of the page's title. */
    TITLE,
    /** Overlap with the words of the page's description. */
    DESCRIPTION,

    // its element
    /** 1 to 6 for h1 to h6, 0 for no heading. */
    HEADING,
    ITEM,
    /** Text that stands in a div or section, without a paragraph of its own. */
    BARE,
    /** Share of the page's prose that stands in elements of the same tag and class. */
    SHAPE_SHARE,
    /** Blocks in such elements. */
    SHAPE_COUNT,

    // the boxes around it
    /** Levels up to a box named like furniture, 12 for none. */
    FURNITURE,
    HINT_COMMENTS,
    HINT_RELATED,
    HINT_CAPTION,
    IN_FIGURE,
    IN_ARTICLE,
    /** Link text in its box, in the box around it, in the next. */
    BOX_LINKED,
    UP_LINKED,
    UP_UP_LINKED,
    /** Share of the page's prose in the box around its box, in the next. */
    UP_SHARE,
    UP_UP_SHARE,

    // where it stands
    /** Share of the page's blocks before it. */
    PLACE,
    /** Blocks since the heading that says what the title says, -1 for none. */
    AFTER_HEADLINE,
    BEFORE_HEADLINE,
    /** Blocks before (negative) or after the box that paragraphs vote for, 0 inside, 1000 where that is the page. */
    FROM_VOTED,
    /** Likewise for the box named as an article's text. */
    FROM_NAMED,
    /** 100 inside the run of prose, below before it, above after it. */
    IN_RUN,
    /** Levels from the voted box up to one that holds the block. */
    LEVELS_TO_VOTED,
    /** Share of the page's prose in the voted box. */
    VOTED_SHARE,
    /** Prose of the run before and after the block, as a share of the run's. */
    PROSE_BEFORE,
    PROSE_AFTER,

    // its neighbours
    BEFORE_LINKED,
    AFTER_LINKED,
    /** Share of link text in the three blocks before to the three after. */
    AROUND_LINKED,
    /** Characters of prose in the ten blocks below. */
    PROSE_BELOW,
    /** Blocks since the last heading, 99 for none. */
    UNDER_HEADING,
    /** Headings so far that stand under articles: related, comments, about the author. */
    END_HEADINGS,
    /** How many of the four blocks next to it begin with such a phrase. */
    NEAR_PHRASE,

    // the page
    PAGE_PROSE,
    /** Length of the block in which the middle character of prose stands, roughly. */
    USUAL_SIZE
}
