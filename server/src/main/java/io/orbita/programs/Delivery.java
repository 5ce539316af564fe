package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.messaging.Button;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.Conversation;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Author;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.content.ProgramContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a programme to its client: the messenger they wrote in last, else e-mail. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Delivery {
    static final String KIND = "programs.document";
    private static final String KEY = "program:";

    private final ProgramRows rows;
    private final Clients clients;
    private final Messaging messaging;
    private final Notices notices;
    private final ObjectProvider<BotCommand> rooms;
    private final ApplicationEventPublisher events;

    Delivery(
            ProgramRows rows,
            Clients clients,
            Messaging messaging,
            Notices notices,
            ObjectProvider<BotCommand> rooms,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.clients = clients;
        this.messaging = messaging;
        this.notices = notices;
        this.rooms = rooms;
        this.events = events;
    }

    /**
     * Queues the document; empty, with the trainer told, when nothing reaches the client.
     *
     * @param by the staff user who sends it; null for the house itself
     */
    public OptionalLong send(
            BusinessId business, ProgramRow program, ProgramContent content, String file, @Nullable Long by) {
        Optional<Conversation> where = messaging.bestFor(business, program.client());
        if (where.isEmpty()) {
            unreachable(business, program);
            return OptionalLong.empty();
        }
        String key = KEY + program.id() + ":document" + (program.sends() == 0 ? "" : ":" + (program.sends() + 1));
        rows.queued(business, program.id());
        if (program.state() == ProgramState.UNDELIVERABLE) {
            rows.state(business, program.id(), ProgramState.READY);
        }
        return OptionalLong.of(messaging.send(
                business,
                new Outgoing(
                        where.get().id(),
                        message(business, program, content, file, where.get()),
                        KIND,
                        key,
                        Promise.AT_LEAST_ONCE,
                        by == null ? Author.BOT : Author.staff(by),
                        null,
                        null)));
    }

    /** The changed plan with what was changed, to where the client is reached; silent when nothing reaches them, since the former plan still stands. */
    public void sendChanged(BusinessId business, ProgramRow program, String file, List<String> reasons) {
        messaging
                .bestFor(business, program.client())
                .ifPresent(where -> messaging.send(
                        business,
                        new Outgoing(
                                where.id(),
                                new Content(
                                        "План изменён.\n" + String.join("\n", reasons),
                                        List.of(),
                                        Captions.document(program, file),
                                        false,
                                        where.channel() == Channel.EMAIL ? "Ваш план изменён" : null),
                                "programs.changed",
                                KEY + program.id() + ":changed:" + program.version(),
                                Promise.AT_LEAST_ONCE,
                                Author.BOT,
                                null,
                                null)));
    }

    /** The programme that a message of ours carries; empty for any other message. */
    static OptionalLong program(String kind, String dedupeKey) {
        if (!kind.equals(KIND) || !dedupeKey.startsWith(KEY)) {
            return OptionalLong.empty();
        }
        String[] parts = dedupeKey.split(":", 3);
        return parts.length > 1 && parts[1].matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(parts[1]))
                : OptionalLong.empty();
    }

    /** No channel is left. Told once, and never of a programme that has arrived before. */
    public void unreachable(BusinessId business, ProgramRow program) {
        if (program.state() != ProgramState.READY && program.state() != ProgramState.OWED) {
            return;
        }
        rows.state(business, program.id(), ProgramState.UNDELIVERABLE);
        events.publishEvent(new ProgramUndeliverable(business, program.client(), program.id(), program.paid()));
        notices.tell(
                business,
                Notice.of(
                        "delivery.failed",
                        KEY + program.id() + ":undeliverable",
                        "Программа для клиента %s готова, но отправить её некуда: бот закрыт, почты нет. Свяжитесь с клиентом сами."
                                .formatted(clients.contacts(business, program.client())
                                        .name()),
                        program.client()));
    }

    private Content message(
            BusinessId business, ProgramRow program, ProgramContent content, String file, Conversation where) {
        boolean messenger = where.channel() != Channel.EMAIL;
        List<List<Button>> buttons = program.paid() || !messenger ? List.of() : offers(business, program, where);
        return new Content(
                Captions.of(program, content, !buttons.isEmpty()),
                buttons,
                Captions.document(program, file),
                false,
                messenger ? null : content.title());
    }

    /** What other rooms offer under the free programme, each on a row of its own. */
    List<List<Button>> offers(BusinessId business, ProgramRow program, Conversation where) {
        var call = new BotCall(business, where.id(), program.client(), 0, null);
        record Offer(int rank, Button button) {}
        var offers = new ArrayList<Offer>();
        rooms.orderedStream()
                .forEach(room -> room.afterFreeProgram(call)
                        .forEach(line -> offers.add(
                                new Offer(line.rank(), Button.press(line.text(), room.prefix() + ":" + line.data())))));
        return offers.stream()
                .sorted(java.util.Comparator.comparingInt(Offer::rank))
                .map(offer -> List.of(offer.button()))
                .toList();
    }
}
