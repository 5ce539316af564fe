package io.orbita.businesses;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an invitation reaches the invited one: in a letter, or by the inviter's own hand. */
@Component
class InvitationLetters {
    static final Map<Role, String> AS = Map.of(
            Role.ADMIN, "администратор",
            Role.TRAINER, "тренер",
            Role.MANAGER, "менеджер",
            Role.CASHIER, "кассир");

    private final Invitations invitations;
    private final StaffLetters letters;
    private final StaffLinks links;
    private final Businesses businesses;

    InvitationLetters(Invitations invitations, StaffLetters letters, StaffLinks links, Businesses businesses) {
        this.invitations = invitations;
        this.letters = letters;
        this.links = links;
        this.businesses = businesses;
    }

    /**
     * @throws Invitations.NoMail when it is to go by mail and there is none
     */
    @Transactional
    public InvitationsController.Sent invite(Caller caller, Role role, @Nullable String email) {
        if (email != null && !letters.go(caller.business())) {
            throw new Invitations.NoMail();
        }
        Invitations.Made made = invitations.make(caller, role, email);
        String url = links.invitation(made.token());
        if (email == null) {
            return new InvitationsController.Sent(made.id(), url, made.expiresAt());
        }
        String business = businesses.get(caller.business()).name();
        letters.write(
                caller.business(),
                email.strip(),
                "Приглашение в команду «" + business + "»",
                """
                Здравствуйте!

                %s приглашает вас в команду «%s». Ваша роль: %s.

                Откройте ссылку, придумайте имя для входа и пароль:
                %s

                Ссылка действует 7 дней и сработает один раз. Если вы не ждали приглашения, ничего делать не нужно.
                """.formatted(caller.user() == null ? "Администратор" : caller.name(), business, AS.get(role), url),
                made.expiresAt());
        return new InvitationsController.Sent(made.id(), null, made.expiresAt());
    }
}
