package io.orbita.messaging.email;

import org.jspecify.annotations.Nullable;

/**
 * Where and as whom a business sends its letters.
 *
 * @param user absent for a server that asks for no login
 * @param senderName what stands before the address in the reader's list
 */
public record SmtpAccount(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String sender,
        @Nullable String senderName) {

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: a server on the same machine. */
        NONE,
        /** Begins open and must become encrypted before anything is said; port 587. */
        STARTTLS,
        /** Encrypted from the first byte; port 465. */
        TLS
    }

    /** The part after the {@code @} of the sender. */
    String domain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpAccount[" + host + ":" + port + "]";
    }
}
