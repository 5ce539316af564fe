package io.orbita.payments.fakes;

/**
 * What goes wrong with one request.
 *
 * @param acts whether what was asked is done before it goes wrong
 */
public record Misbehaviour(Kind kind, boolean acts, int status) {

    public enum Kind {
        /** An HTTP status instead of the answer. */
        STATUS,
        /** No answer until the fake is closed. */
        SILENCE,
        /** An answer that never ends, a byte at a time. */
        DRIP,
        /** A web page instead of JSON, status 200. */
        WEB_PAGE,
        /** A body beyond all measure. */
        FLOOD,
        /** The connection breaks. */
        BREAK
    }

    public static Misbehaviour refuses(int status) {
        return new Misbehaviour(Kind.STATUS, false, status);
    }

    /** Does it, and says that something went wrong. */
    public static Misbehaviour actsThenSays(int status) {
        return new Misbehaviour(Kind.STATUS, true, status);
    }

    public static Misbehaviour actsThenIs(Kind kind) {
        return new Misbehaviour(kind, true, 200);
    }

    public static Misbehaviour isOnly(Kind kind) {
        return new Misbehaviour(kind, false, 200);
    }
}
