package io.orbita.messaging.notices;

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
import java.util.Map;
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
                        who(business, talk) + ": " + where(talk.channel())
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
                        "Не удалось отправить сообщение (" + where(talk.channel()) + "). Получатель: "
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
                        "Отправка остановлена: " + where(channel) + " не работает (" + why
                                + "). Проверьте настройки канала, сообщения ждут и уйдут сами.",
                        null));
    }

    /** The bot failed to answer what somebody wrote. */
    public void unanswered(BusinessId business, long message, Talk talk) {
        notices.tell(
                business,
                Notice.of(
                        "bot.failed",
                        "unanswered:" + message,
                        "Бот не смог ответить на сообщение (" + where(talk.channel()) + "). Пишет "
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

    private static String where(Channel channel) {
        return Map.of(
                        Channel.TELEGRAM, "Telegram",
                        Channel.SANDBOX, "бот-песочница",
                        Channel.SITE, "чат на сайте",
                        Channel.EMAIL, "почта")
                .getOrDefault(channel, channel.name());
    }
}
