package io.orbita.messaging;

import io.orbita.clients.Identity;

/** Over what a conversation runs. */
public enum Channel {
    TELEGRAM,
    SANDBOX,
    VK,
    SITE,
    EMAIL;

    /** The kind of identity that an address of this channel is. */
    public Identity.Kind identity() {
        return switch (this) {
            case TELEGRAM -> Identity.Kind.TELEGRAM;
            case SANDBOX -> Identity.Kind.SANDBOX;
            case VK -> Identity.Kind.VK;
            case SITE -> Identity.Kind.VISITOR;
            case EMAIL -> Identity.Kind.EMAIL;
        };
    }

    /** As people call it. */
    public String title() {
        return switch (this) {
            case TELEGRAM -> "Telegram";
            case SANDBOX -> "бот-песочница";
            case VK -> "VK";
            case SITE -> "чат на сайте";
            case EMAIL -> "почта";
        };
    }

    /** How something went: «отправлено почтой». */
    public String by() {
        return switch (this) {
            case TELEGRAM -> "в Telegram";
            case SANDBOX -> "в бот-песочницу";
            case VK -> "в VK";
            case SITE -> "в чат на сайте";
            case EMAIL -> "почтой";
        };
    }
}
