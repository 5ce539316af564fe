package io.orbita.businesses;

import io.orbita.platform.text.Clean;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody signs in from.
 *
 * @param agent what the browser says it is, at most 200 characters; empty when it says nothing
 */
record Device(String address, String agent) {
    private static final int AGENT_LIMIT = 200;
    private static final int ADDRESS_LIMIT = 60;

    static Device of(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(
                cut(request.getRemoteAddr(), ADDRESS_LIMIT), cut(Clean.of(given == null ? "" : given), AGENT_LIMIT));
    }

    /** Cut between characters: half a surrogate pair cannot be kept. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
