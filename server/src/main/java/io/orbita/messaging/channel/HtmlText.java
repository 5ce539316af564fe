package io.orbita.messaging.channel;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/** The small HTML of messages: escaping in, plain text out. */
public final class HtmlText {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>");
    private static final Pattern LINK = Pattern.compile("<a\\s+href=\"([^\"<>]*)\"\\s*>([^<>]*)</a>");

    private HtmlText() {}

    /** Makes any text harmless inside HTML, also inside a quoted attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What a reader without markup should see; the address of a link follows its text in brackets. */
    public static String plain(String html) {
        var withLinks = LINK.matcher(html)
                .replaceAll(link -> java.util.regex.Matcher.quoteReplacement(
                        link.group(1).equals(link.group(2))
                                ? link.group(2)
                                : link.group(2) + " (" + link.group(1) + ")"));
        return TAG.matcher(withLinks)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** Whether every tag that is opened is closed again, in order. */
    static boolean closed(CharSequence html) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else if (!tags.group(2).equals(open.poll())) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
