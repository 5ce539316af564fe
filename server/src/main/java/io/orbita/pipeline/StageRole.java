package io.orbita.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a stage is for, in the order of the walk; automations go by roles, so that stages can be renamed and moved about. */
enum StageRole {
    FIRST_CONTACT("Первичный контакт", "#4f8ef7", Hue.BLUE, 3),
    CONSULTATION("Консультация", "#7c6cf2", Hue.VIOLET, 7),
    DECIDING("Принимают решение", "#f2a33c", Hue.AMBER, 7),
    PURCHASED("Куплена услуга", "#2fb380", Hue.GREEN, 3),
    ACTIVE("Активный клиент", "#1d9bb8", Hue.CYAN, null),
    FINISHED("Завершен", "#6b7a90", Hue.TEAL, null),
    INACTIVE("Неактивен", "#a9b1bd", Hue.RED, null);

    private final String firstName;
    private final String colour;
    private final Hue hue;
    private final @Nullable Integer normDays;

    StageRole(String firstName, String colour, Hue hue, @Nullable Integer normDays) {
        this.firstName = firstName;
        this.colour = colour;
        this.hue = hue;
        this.normDays = normDays;
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

    Hue hue() {
        return hue;
    }

    /** After how many days a card asks for attention in a new business; null for never. */
    @Nullable Integer normDays() {
        return normDays;
    }

    static Optional<StageRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
