package io.orbita.platform.web;

/** Signed in, but this role or key may not do that. */
@Refusal.Code(value = "forbidden", status = 403, meaning = "The role or the scopes of the key do not allow this.")
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1;

    public Forbidden() {
        super("У вас нет прав на это действие.", "You are not allowed to do this.");
    }
}
