package io.orbita.analytics;

/** How a figure is made of what persons contribute. */
enum Kind {
    /** Distinct persons, each contributes one. */
    PEOPLE,
    /** Occurrences, each person contributes theirs. */
    COUNT,
    /** Hundredths, each person contributes theirs. */
    MONEY,
    /** Money by a count. */
    AVERAGE,
    /** One figure by another. */
    RATIO,
    /** The row by all rows. */
    SHARE_OF_TOTAL,
    /** Of single times, in seconds. */
    MEDIAN,
    /** Occurrences, of nobody that is known. */
    TALLY,
    /** Hundredths, of nobody. */
    SPENT,
    /** Promoters less detractors in per cent of all. */
    BALANCE,
    /** Money less what was spent. */
    MARGIN,
    /** What is left of money after what was spent, by that money. */
    MARGIN_SHARE,
    /** What came back beyond what was spent, by what was spent. */
    RETURN
}
