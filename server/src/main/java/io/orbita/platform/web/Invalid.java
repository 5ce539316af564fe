package io.orbita.platform.web;

/** A field of the request breaks a rule. */
@Refusal.Code(
        value = "invalid",
        status = 422,
        meaning = "A field breaks a rule; `errors` names each field and what is accepted.")
public final class Invalid extends Refusal {
    private static final long serialVersionUID = 1;

    public Invalid(Field... fields) {
        super("Проверьте поля: " + names(fields), "Check the fields: " + names(fields), fields);
    }

    /** One wrong field; {@code message} in Russian says what is accepted. */
    public Invalid(String field, String code, String message) {
        this(new Field(field, code, message));
    }

    private static String names(Field[] fields) {
        var names = new StringBuilder();
        for (Field field : fields) {
            names.append(names.isEmpty() ? "" : ", ").append(field.field());
        }
        return names.toString();
    }
}
