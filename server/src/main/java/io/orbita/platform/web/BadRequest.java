package io.orbita.platform.web;

/** The request cannot be read: broken JSON, an unknown field, a wrong type. */
@Refusal.Code(
        value = "bad-request",
        status = 400,
        meaning = "The request cannot be read; `errors` names the field where it went wrong.")
public final class BadRequest extends Refusal {
    private static final long serialVersionUID = 1;

    public BadRequest(Field... fields) {
        super(
                fields.length == 0 ? "Запрос не читается." : "Запрос не читается: поле " + fields[0].field() + ".",
                "The request cannot be read.",
                fields);
    }
}
