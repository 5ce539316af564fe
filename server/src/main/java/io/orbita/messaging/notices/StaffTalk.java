package io.orbita.messaging.notices;

import io.orbita.businesses.Staff;
import io.orbita.businesses.StaffMember;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.inbox.Attendance;
import io.orbita.messaging.inbox.BestWay;
import io.orbita.messaging.outbox.Outbox;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a staff user says to this room itself in a chat: the code that links it, presses under notices, and the answer to a client. */
@Component
public class StaffTalk {
    private static final String CANCEL = "cancel";

    private final StaffLinks links;
    private final NoticeBoard board;
    private final Outbox outbox;
    private final BestWay bestWay;
    private final Attendance attendance;
    private final Staff staff;
    private final Clients clients;

    StaffTalk(
            StaffLinks links,
            NoticeBoard board,
            Outbox outbox,
            BestWay bestWay,
            Attendance attendance,
            Staff staff,
            Clients clients) {
        this.links = links;
        this.board = board;
        this.outbox = outbox;
        this.bestWay = bestWay;
        this.attendance = attendance;
        this.staff = staff;
        this.clients = clients;
    }

    /** Whether the message was meant for this room; then it is answered, and nobody else needs to. In the caller's transaction. */
    public boolean takes(BusinessId business, InboundMessage message) {
        return switch (message.what()) {
            case What.Command command -> command(business, message, command);
            case What.Press press -> press(business, message, press.data());
            case What.Text text -> answer(business, message, text.text());
            default -> false;
        };
    }

    private boolean command(BusinessId business, InboundMessage message, What.Command command) {
        if (command.name().equals("start") && command.payload().startsWith(StaffLinks.MARK)) {
            var member = links.link(business, message.conversation().value(), command.payload());
            say(
                    business,
                    message,
                    member.map(it -> "Готово, " + it.name()
                                    + ": сюда будут приходить уведомления. Команды: /stats, /find, /confirm_payment.")
                            .orElse("Этот код уже не действует. Возьмите новый в панели, в разделе «Уведомления»."));
            return true;
        }
        long chat = message.conversation().value();
        boolean wasAnswering = links.answering(business, chat).isPresent();
        if (wasAnswering) {
            links.answering(business, chat, null);
        }
        if (wasAnswering && command.name().equals(CANCEL)) {
            say(business, message, "Хорошо, ничего не отправляю.");
            return true;
        }
        return false;
    }

    private boolean press(BusinessId business, InboundMessage message, String data) {
        if (!data.startsWith(NoticeButtons.PREFIX)) {
            return false;
        }
        Optional<StaffMember> member = links.of(business, message.conversation().value());
        long id = id(data);
        // Anybody can send any data; to everybody but staff such a button does not exist.
        if (member.isEmpty() || id == 0) {
            return member.isPresent();
        }
        if (data.startsWith(NoticeButtons.TAKE)) {
            take(business, message, member.get(), id);
        } else if (data.startsWith(NoticeButtons.ANSWER)) {
            begin(business, message, new ClientId(id));
        } else if (data.startsWith(NoticeButtons.BACK)) {
            say(
                    business,
                    message,
                    attendance.endWith(business, new ClientId(id))
                            ? "Готово: бот снова отвечает клиенту сам."
                            : "Бот уже отвечает клиенту сам.");
        } else if (data.startsWith(NoticeButtons.RETRY)) {
            say(
                    business,
                    message,
                    outbox.retry(business, id)
                            ? "Отправляю ещё раз."
                            : "Отправить ещё раз нельзя: сообщение уже ушло или собеседник недоступен.");
        }
        return true;
    }

    private void take(BusinessId business, InboundMessage message, StaffMember member, long notice) {
        board.take(business, notice, member.id()).ifPresent(taken -> {
            if (taken.by() != member.id()) {
                var name = staff.find(business, taken.by()).map(StaffMember::name);
                say(business, message, "Уже взято: " + name.orElse("другой сотрудник") + ".");
            } else if (taken.client() == null) {
                say(business, message, "Взято: " + member.name() + ".");
            } else {
                say(
                        business,
                        message,
                        "Взято: " + member.name() + ". Пока вы общаетесь с клиентом, бот не вмешивается.",
                        back(new ClientId(taken.client())));
            }
        });
    }

    private void begin(BusinessId business, InboundMessage message, ClientId client) {
        if (!clients.exists(business, client) || bestWay.to(business, client).isEmpty()) {
            say(business, message, "Написать этому клиенту отсюда нельзя: нет ни чата, ни почты.");
            return;
        }
        links.answering(business, message.conversation().value(), client.value());
        var name = clients.names(business, List.of(client.value())).getOrDefault(client.value(), "клиент");
        say(business, message, "Напишите ответ одним сообщением, я передам. Кому: " + name + ". Передумали — /cancel.");
    }

    private boolean answer(BusinessId business, InboundMessage message, String text) {
        long chat = message.conversation().value();
        Optional<Long> client = links.answering(business, chat);
        Optional<StaffMember> member = links.of(business, chat);
        if (client.isEmpty() || member.isEmpty()) {
            return false;
        }
        links.answering(business, chat, null);
        var way = bestWay.to(business, new ClientId(client.get()));
        way.ifPresent(it -> {
            outbox.put(
                    business,
                    new Outgoing(
                            new ConversationId(it.id()),
                            Content.of(text),
                            "inbox.answer",
                            "answer:" + message.message(),
                            Outgoing.Promise.AT_LEAST_ONCE,
                            Outgoing.Author.staff(member.get().id()),
                            null,
                            null));
            attendance.begin(business, it.id(), member.get().id());
        });
        if (way.isPresent()) {
            say(business, message, "Передаю.", back(new ClientId(client.get())));
        } else {
            say(business, message, "Не получилось: клиент больше не принимает сообщения.");
        }
        return true;
    }

    private static List<List<Button>> back(ClientId client) {
        return List.of(List.of(Button.press("Вернуть боту", NoticeButtons.BACK + client)));
    }

    private void say(BusinessId business, InboundMessage message, String text) {
        say(business, message, text, List.of());
    }

    private void say(BusinessId business, InboundMessage message, String text, List<List<Button>> buttons) {
        outbox.put(
                business,
                Outgoing.bot(
                        message.conversation(),
                        Content.of(text, buttons),
                        "notices.reply",
                        "notice-reply:" + message.message()));
    }

    private static long id(String data) {
        var digits = data.substring(data.lastIndexOf(':') + 1);
        return digits.matches("[1-9][0-9]{0,17}") ? Long.parseLong(digits) : 0;
    }
}
