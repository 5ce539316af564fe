package io.orbita.platform.web;

/** There is no such thing, or it belongs to another business, which is the same to the caller. */
@Refusal.Code(
        value = "not-found",
        status = 404,
        meaning = "There is no such thing here, or it belongs to another business.")
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * @param russian what was not found, for example «Клиент не найден»
     */
    public NotFound(String russian, String english) {
        super(russian, english);
    }
}
