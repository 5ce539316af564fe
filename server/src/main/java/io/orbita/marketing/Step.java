package io.orbita.marketing;

import org.jspecify.annotations.Nullable;

/**
 * One message of a rule.
 *
 * @param after how long after the occasion; null in a rule that repeats, whose steps take turns
 * @param text with variables, see {@link Template}
 * @param subject of a letter; null: the first line of the text
 */
record Step(@Nullable Delay after, String text, @Nullable String subject) {}
