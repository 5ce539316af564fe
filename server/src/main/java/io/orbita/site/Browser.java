package io.orbita.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself and of the page, cut down to what may be kept. */
final class Browser {
    private static final Pattern ROBOT = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|preview|headless|lighthouse|pagespeed|facebookexternalhit|whatsapp|monitor|uptime|"
                    + "scan|fetch|curl|wget|python|perl|ruby|php/|java/|java-http-client|okhttp|go-http-client|axios|node",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> MARKS =
            Set.of("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term");
    private static final int LONGEST_PAGE = 300;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_MARK = 100;

    private Browser() {}

    /** Programs look at pages too; a browser of a person always says what it is. */
    static boolean isRobot(String agent) {
        return agent.length() < 20 || ROBOT.matcher(agent).find();
    }

    /** The path of the page, without what may stand behind it; empty when it is none. */
    static String page(@Nullable String address) {
        URI uri = uri(address);
        String path = uri == null || uri.getPath() == null ? "" : uri.getPath();
        return cut(path, LONGEST_PAGE);
    }

    /** From which other site the page was opened: its host only; empty for none and for the same site. */
    static String referrer(@Nullable String referrer, @Nullable String page) {
        String from = host(referrer);
        return from.equals(host(page)) ? "" : from;
    }

    /** The marks of a campaign that are known, cut to what a client would be counted under. */
    static Map<String, String> marks(@Nullable Map<String, String> utm) {
        var marks = new TreeMap<String, String>();
        if (utm != null) {
            utm.forEach((mark, value) -> {
                String said = cut(value.strip(), LONGEST_MARK);
                if (MARKS.contains(mark) && !said.isEmpty()) {
                    marks.put(mark, said);
                }
            });
        }
        return marks;
    }

    private static String host(@Nullable String address) {
        URI uri = uri(address);
        String host = uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return cut(host.startsWith("www.") ? host.substring("www.".length()) : host, LONGEST_HOST);
    }

    private static @Nullable URI uri(@Nullable String address) {
        try {
            return address == null ? null : new URI(address.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most)));
    }
}
