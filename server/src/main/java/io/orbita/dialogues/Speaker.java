package io.orbita.dialogues;

import io.orbita.dialogues.talk.Reply;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import org.springframework.stereotype.Component;

/** Says what a step wants said, each message once. */
@Component
class Speaker {
    private static final String REPLY = "dialogues.reply";
    private static final String TICKS = "dialogues.ticks";

    private final Messaging messaging;

    Speaker(Messaging messaging) {
        this.messaging = messaging;
    }

    /** @param number of the message on this occasion; the same number is never said twice */
    void say(Occasion occasion, int number, Reply reply) {
        switch (reply) {
            case Reply.Say say -> say(occasion, number, Content.of(say.text(), say.rows()));
            case Reply.Retick retick ->
                messaging.send(
                        occasion.business(),
                        new Outgoing(
                                occasion.conversation(),
                                Content.of(retick.text(), retick.rows()),
                                TICKS,
                                key(occasion, number),
                                Outgoing.Promise.AT_LEAST_ONCE,
                                Outgoing.Author.BOT,
                                null,
                                retick.message()));
            case Reply.Toast toast -> {}
        }
    }

    void say(Occasion occasion, int number, Content content) {
        messaging.send(
                occasion.business(),
                Outgoing.bot(occasion.conversation(), content, REPLY, key(occasion, number))
                        .here());
    }

    private static String key(Occasion occasion, int number) {
        return "dialogues:" + occasion.key() + ":" + number;
    }
}
