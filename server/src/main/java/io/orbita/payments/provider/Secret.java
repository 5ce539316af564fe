package io.orbita.payments.provider;

/** A key that must not be seen: never empty, never printed. */
public final class Secret {

    private final String value;

    /** @throws IllegalArgumentException when blank: an empty key verifies anything */
    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An empty secret is none");
        }
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
