package io.orbita.businesses;

/** What a staff user is. The platform administrator stands above businesses and sees no client. */
public enum Role {
    ADMIN,
    TRAINER,
    MANAGER,
    CASHIER,
    PLATFORM_ADMIN
}
