package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.dialogues.talk.Input;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.Conversation;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Outgoing;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Clients who paid before they answered: the programme waits for their answers, so they are asked at once; reminders of it are a rule like others. */
@Component
class PaidFirst {
    private final BotLetter letter;
    private final Messaging messaging;
    private final Notices notices;
    private final Askings askings;
    private final Talks talks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaidFirst(
            BotLetter letter,
            Messaging messaging,
            Notices notices,
            Askings askings,
            Talks talks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.letter = letter;
        this.messaging = messaging;
        this.notices = notices;
        this.askings = askings;
        this.talks = talks;
        this.events = events;
        this.clock = clock;
    }

    void ask(BusinessId business, ClientId client, String key) {
        Instant now = clock.instant();
        if (!askings.first(business, key, client, now)) {
            return;
        }
        var conversation = messaging.bestFor(business, client);
        if (conversation.isEmpty()) {
            nobodyThere(business, client, key);
            return;
        }
        if (conversation.get().channel() == Channel.EMAIL) {
            write(business, client, conversation.get(), "ask:" + key);
        } else {
            talks.take(
                    occasion(business, client, conversation.get(), "ask:" + key, now), new Input.PaidWithoutAnswers());
        }
        events.publishEvent(new AskedForAnswers(business, client, key));
    }

    void refunded(BusinessId business, ClientId client, String key) {
        askings.over(business, key, client, clock.instant());
    }

    private void write(BusinessId business, ClientId client, Conversation conversation, String key) {
        letter.to(business, client)
                .ifPresentOrElse(
                        content -> send(business, conversation, content, key),
                        () -> nobodyThere(business, client, key));
    }

    private void send(BusinessId business, Conversation conversation, Content content, String key) {
        messaging.send(
                business,
                new Outgoing(
                        conversation.id(),
                        content,
                        "dialogues.paid-first",
                        "dialogues:" + key,
                        Outgoing.Promise.AT_LEAST_ONCE,
                        Outgoing.Author.BOT,
                        null,
                        null));
    }

    private void nobodyThere(BusinessId business, ClientId client, String key) {
        notices.tell(
                business,
                Notices.Notice.of(
                        "dialogues.nobody-to-ask",
                        key,
                        "%s: оплата есть, ответов на анкету нет, и написать некуда. Свяжитесь сами: без ответов программу не собрать."
                                .formatted(letter.name(business, client)),
                        client));
    }

    private static Occasion occasion(
            BusinessId business, ClientId client, Conversation conversation, String key, Instant now) {
        return new Occasion(business, conversation.id(), client, 0, key, now, null, null, null, false, false);
    }
}
