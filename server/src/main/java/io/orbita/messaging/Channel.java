package io.orbita.messaging;

import io.orbita.clients.Identity;

/** Over what a conversation runs. */
public enum Channel {
    TELEGRAM,
    SANDBOX,
    SITE,
    EMAIL;

    /** The kind of identity that an address of this channel is. */
    public Identity.Kind identity() {
        return switch (this) {
            case TELEGRAM -> Identity.Kind.TELEGRAM;
            case SANDBOX -> Identity.Kind.SANDBOX;
            case SITE -> Identity.Kind.VISITOR;
            case EMAIL -> Identity.Kind.EMAIL;
        };
    }
}
