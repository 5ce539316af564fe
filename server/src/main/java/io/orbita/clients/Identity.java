package io.orbita.clients;

/**
 * What a person can be known by. Only a verified identity finds an existing client; an unverified one makes a suspected duplicate at most.
 *
 * @param value normalised: E.164 for a phone, lower case for an e-mail, the decimal id for Telegram and the sandbox, the visitor id
 */
public record Identity(Kind kind, String value) {
    /** Where the identity comes from; sandbox ids never meet Telegram ids. */
    public enum Kind {
        TELEGRAM,
        SANDBOX,
        VK,
        PHONE,
        EMAIL,
        VISITOR
    }
}
