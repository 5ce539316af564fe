package io.orbita.platform.web;

/** An Idempotency-Key came again with another body. */
@Refusal.Code(
        value = "idempotency.key-reused",
        status = 422,
        meaning = "This Idempotency-Key came before with another body: use a new key.")
public final class KeyReused extends Refusal {
    private static final long serialVersionUID = 1;

    public KeyReused() {
        super("Этот ключ уже использован с другим запросом.", "This key was used with another request.");
    }
}
