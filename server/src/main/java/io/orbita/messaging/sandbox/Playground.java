package io.orbita.messaging.sandbox;

import io.orbita.businesses.Business;
import io.orbita.businesses.SandboxGate;
import io.orbita.messaging.telegram.TelegramBots;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The sandbox's bot exists only while the business has no real one. */
@Component
class Playground {
    private final SandboxGate gate;
    private final TelegramBots bots;

    Playground(SandboxGate gate, TelegramBots bots) {
        this.gate = gate;
        this.bots = bots;
    }

    /** The sandbox business of that name, if the caller may play there. */
    Business enter(String slug, HttpServletRequest request) {
        Business business = gate.enter(slug, request);
        if (Tenancy.in(business.id(), () -> bots.connected(business.id()))) {
            throw new NotFound("Такой песочницы нет.", "There is no such sandbox.");
        }
        return business;
    }
}
