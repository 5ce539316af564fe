package io.orbita.dialogues;

import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Identity;
import io.orbita.dialogues.talk.Effect;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.platform.jobs.DueWork;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Carries out what happens beside the questionnaire. */
@Component
class OtherDeeds {
    /** So that the last word to the client leaves before what was said is forgotten. */
    private static final Duration BEFORE_ERASING = Duration.ofMinutes(1);

    private static final Duration ONE_NOTICE = Duration.ofMinutes(10);
    private static final int LONGEST_QUOTE = 300;

    private final Clients clients;
    private final Consents consents;
    private final Faq faq;
    private final Silences silences;
    private final Messaging messaging;
    private final Notices notices;
    private final DueWork due;

    OtherDeeds(
            Clients clients,
            Consents consents,
            Faq faq,
            Silences silences,
            Messaging messaging,
            Notices notices,
            DueWork due) {
        this.clients = clients;
        this.consents = consents;
        this.faq = faq;
        this.silences = silences;
        this.messaging = messaging;
        this.notices = notices;
        this.due = due;
    }

    /** A new lead; one who came by a link of the site was told of when they left their request. */
    void appeared(Occasion occasion) {
        if (occasion.staff() != null || occasion.fromSite()) {
            return;
        }
        var client = clients.summaries(
                        occasion.business(), List.of(occasion.client().value()))
                .get(occasion.client().value());
        if (client != null) {
            String nick = client.telegramUsername() == null ? "" : ", @" + client.telegramUsername();
            String name = client.name().isBlank() ? "без имени" : client.name();
            notices.tell(
                    occasion.business(),
                    Notices.Notice.of(
                            "lead.new",
                            "bot:client:" + occasion.client(),
                            "Новый лид из бота: " + name + nick + ". Источник: " + client.source() + ".",
                            occasion.client()));
        }
    }

    /**
     * The message stands in the inbox already; the staff is told, once in a while for one conversation. Whoever talks there just now hears every word.
     */
    void handedOver(Occasion occasion) {
        if (occasion.staff() != null) {
            return;
        }
        String name = clients.contacts(occasion.business(), occasion.client()).name();
        String words = occasion.words();
        String what = words == null || words.isBlank()
                ? "новое сообщение в чате"
                : "«" + Shown.quoted(words, LONGEST_QUOTE) + "»";
        String turn = messaging.withStaff(occasion.business(), occasion.conversation())
                ? occasion.key()
                : Long.toString(occasion.at().getEpochSecond() / ONE_NOTICE.toSeconds());
        notices.tell(
                occasion.business(),
                Notices.Notice.of(
                        "dialogues.message",
                        "inbox:" + occasion.conversation() + ":" + turn,
                        name + ": " + what,
                        occasion.client()));
    }

    void handedBack(Occasion occasion) {
        messaging.handBack(occasion.business(), occasion.conversation());
    }

    void proven(Occasion occasion, Effect.PhoneProven proven) {
        Identity.phone(proven.phone())
                .ifPresent(phone -> clients.addIdentity(occasion.business(), occasion.client(), phone, true));
    }

    void faqShown(Occasion occasion, Effect.FaqShown shown) {
        faq.shown(occasion.business(), shown.entry());
    }

    /** Silence also withdraws the consent to marketing; the way back gives no consent by itself. */
    void reminders(Occasion occasion, Effect.RemindersSwitched switched) {
        var business = occasion.business();
        var client = occasion.client();
        if (switched.on()) {
            silences.end(business, clients.members(business, client));
            return;
        }
        silences.begin(business, client);
        if (consents.given(business, client, Consents.Purpose.MARKETING)) {
            consents.record(
                    business,
                    client,
                    Consents.Purpose.MARKETING,
                    false,
                    "marketing-stop",
                    Wording.russian().say(Phrase.STOPPED),
                    "bot");
        }
    }

    /** The owner is told as well: the law wants an answer to such a request, and payments have to stay. */
    void erase(Occasion occasion) {
        notices.tell(
                occasion.business(),
                Notices.Notice.of(
                        "dialogues.erasure",
                        "erase:" + occasion.key(),
                        clients.contacts(occasion.business(), occasion.client()).name()
                                + ": просьба удалить все данные. Сотрём их через минуту, сведения об оплатах останутся.",
                        occasion.client()));
        due.at(
                Erasure.KIND,
                occasion.business(),
                occasion.client().toString(),
                occasion.at().plus(BEFORE_ERASING));
    }
}
