package io.orbita.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stage is for, in the order of the walk; automations go by roles, so that stages can be renamed and moved about. */
enum StageRole {
    FIRST_CONTACT("Первичный контакт", "#4f8ef7"),
    CONSULTATION("Консультация", "#7c6cf2"),
    DECIDING("Принимают решение", "#f2a33c"),
    PURCHASED("Куплена услуга", "#2fb380"),
    ACTIVE("Активный клиент", "#1d9bb8"),
    FINISHED("Завершен", "#6b7a90"),
    INACTIVE("Неактивен", "#a9b1bd");

    private final String firstName;
    private final String colour;

    StageRole(String firstName, String colour) {
        this.firstName = firstName;
        this.colour = colour;
    }

    static final List<String> CODES =
            Arrays.stream(values()).map(StageRole::code).toList();

    /** As it is stored and sent: {@code first_contact}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the stage that a new business gets. */
    String firstName() {
        return firstName;
    }

    String colour() {
        return colour;
    }

    static Optional<StageRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
