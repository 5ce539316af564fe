package io.orbita.messaging.vk;

import io.orbita.platform.web.Refusal;

/** Two businesses with one community would take each other's events. Which business has it is nobody's business but its own. */
@Refusal.Code(
        value = "messaging.group-taken",
        status = 409,
        meaning =
                "Another business of this installation already has this VK community. Disconnect it there, or connect another one.")
final class GroupTaken extends Refusal {
    private static final long serialVersionUID = 1;

    GroupTaken() {
        super(
                "Это сообщество VK уже подключено в другом бизнесе. Отключите его там или подключите другое.",
                "This VK community is connected in another business. Disconnect it there, or connect another one.",
                new Field("values.group_id", "taken", "Это сообщество уже подключено к другому бизнесу"));
    }
}
