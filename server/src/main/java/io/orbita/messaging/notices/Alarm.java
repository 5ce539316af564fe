package io.orbita.messaging.notices;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Button;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Talk;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the staff what did not arrive. */
@Component
public class Alarm {
    private final Notices notices;
    private final Clients clients;
    private final Conversations conversations;
    private final Clock clock;

    Alarm(Notices notices, Clients clients, Conversations conversations, Clock clock) {
        this.notices = notices;
        this.clients = clients;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** The person blocked the bot, or is gone: the client is marked, the owner sees it. */
    public void unreachable(BusinessId business, Talk talk) {
        if (talk.clientId() != null) {
            clients.reachable(business, talk.identity(conversations.address(business, talk)), false);
        }
        notices.tell(
                business,
                Notice.of(
                        "client.unreachable",
                        "unreachable:" + talk.id() + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        who(business, talk) + ": " + talk.channel().title()
                                + " больше не принимает сообщения. Попробуйте связаться другим способом.",
                        talk.clientId()));
    }

    /** A message will not arrive unless somebody sends it again. */
    public void deadLetter(BusinessId business, long message, Talk talk) {
        notices.tell(
                business,
                new Notice(
                        "delivery.failed",
                        "dead:" + message + ":" + clock.instant().getEpochSecond(),
                        "Не удалось отправить сообщение (" + talk.channel().title() + "). Получатель: "
                                + who(business, talk) + ". Можно отправить ещё раз.",
                        talk.clientId(),
                        List.of(List.of(Button.press("Отправить ещё раз", NoticeButtons.RETRY + message)))));
    }

    /** The account of a channel is refused: nothing leaves through it. */
    public void broken(BusinessId business, Channel channel, String why) {
        notices.tell(
                business,
                Notice.of(
                        "channel.broken",
                        "broken:" + channel + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        "Отправка остановлена: " + channel.title() + " не работает (" + why
                                + "). Проверьте настройки канала, сообщения ждут и уйдут сами.",
                        null));
    }

    /** A channel has not answered for a while: what must arrive takes other ways. Told once a day. */
    public void silent(BusinessId business, Channel channel) {
        notices.tell(
                business,
                Notice.of(
                        "channel.silent",
                        "silent:" + channel + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        "Канал не отвечает уже десять минут: " + channel.title()
                                + ". Программы и сообщения об оплате уходят другим каналом клиента, остальное ждёт.",
                        null));
    }

    /** What staff wrote for later could not be sent when its time came. */
    public void dropped(BusinessId business, long scheduled, ClientId client, String why) {
        var name = clients.names(business, List.of(client.value())).getOrDefault(client.value(), "");
        notices.tell(
                business,
                Notice.of(
                        "scheduled.dropped",
                        "scheduled:" + scheduled,
                        "Отложенное сообщение не отправлено: " + why + ". Получатель: "
                                + (name.isBlank() ? "клиент без имени" : name) + ".",
                        client));
    }

    /** The bot failed to answer what somebody wrote. */
    public void unanswered(BusinessId business, long message, Talk talk) {
        notices.tell(
                business,
                Notice.of(
                        "bot.failed",
                        "unanswered:" + message,
                        "Бот не смог ответить на сообщение (" + talk.channel().title() + "). Пишет "
                                + who(business, talk) + ". Ответьте, пожалуйста, сами.",
                        talk.clientId()));
    }

    private String who(BusinessId business, Talk talk) {
        if (talk.client() != null) {
            var name = clients.names(business, List.of(talk.client())).get(talk.client());
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return talk.title().isEmpty() ? "собеседник без имени" : talk.title();
    }
}
