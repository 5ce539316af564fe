package io.orbita.clients;

import io.orbita.platform.web.Refusal;

/** Why a client is not made or changed. */
final class ClientRefusals {
    private ClientRefusals() {}

    @Refusal.Code(
            value = "clients.duplicate",
            status = 409,
            meaning = "A client with this phone or e-mail exists; `client_id` says which one.")
    static final class Duplicate extends Refusal {
        private static final long serialVersionUID = 1;

        Duplicate(long client, String field) {
            super(
                    "Клиент с таким телефоном или адресом уже есть.",
                    "There is a client with this phone or e-mail already.",
                    new Field(field, "duplicate", "Уже есть у другого клиента"));
            fact("client_id", client);
        }
    }

    @Refusal.Code(
            value = "clients.stale",
            status = 412,
            meaning = "It was changed since the version named in `If-Match`: read it again and repeat the change.")
    static final class Stale extends Refusal {
        private static final long serialVersionUID = 1;

        Stale() {
            super(
                    "Карточку изменили, пока вы правили. Откройте её заново и повторите.",
                    "It was changed meanwhile. Read it again and repeat the change.");
        }
    }

    @Refusal.Code(
            value = "clients.restore-conflict",
            status = 409,
            meaning =
                    "Somebody else has got a phone or e-mail of the deleted client; `client_id` says who. Repeat with `on_conflict` = `unverified`, or merge them.")
    static final class RestoreConflict extends Refusal {
        private static final long serialVersionUID = 1;

        RestoreConflict(long client, String field) {
            super(
                    "Телефон или адрес удалённого клиента теперь у другого. Верните клиента без подтверждения этого контакта или объедините их.",
                    "Somebody else has got a phone or e-mail of this client meanwhile.",
                    new Field(field, "duplicate", "Теперь у другого клиента"));
            fact("client_id", client);
        }
    }

    @Refusal.Code(
            value = "clients.identity-held",
            status = 409,
            meaning = "Chats and visits prove themselves: they are neither changed nor removed by hand.")
    static final class IdentityHeld extends Refusal {
        private static final long serialVersionUID = 1;

        IdentityHeld() {
            super(
                    "Этот чат клиент подтвердил сам, вручную его не меняют.",
                    "The client has proven this chat; it is not changed by hand.");
        }
    }
}
