package io.orbita.messaging.inbox;

import io.orbita.platform.web.Refusal;

/** The person has no such channel, or none at all. */
@Refusal.Code(
        value = "messaging.no-way",
        status = 409,
        meaning =
                "The person cannot be written to over that channel, or over any: there is no conversation and no e-mail.")
final class NoWay extends Refusal {
    private static final long serialVersionUID = 1;

    NoWay() {
        super(
                "Написать некуда: у клиента нет такого канала. Выберите другой или узнайте почту.",
                "There is nowhere to write: the client has no such channel. Choose another, or ask for an e-mail.");
    }
}
