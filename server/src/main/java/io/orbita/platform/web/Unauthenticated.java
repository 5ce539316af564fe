package io.orbita.platform.web;

/** No token, or one that is expired, forged or revoked. */
@Refusal.Code(
        value = "unauthenticated",
        status = 401,
        meaning = "There is no token, or it is expired, forged or revoked: sign in again.")
public final class Unauthenticated extends Refusal {
    private static final long serialVersionUID = 1;

    public Unauthenticated() {
        super("Войдите ещё раз.", "Sign in again.");
    }

    /** With a reason for people, for example a wrong password. */
    public Unauthenticated(String russian, String english) {
        super(russian, english);
    }
}
