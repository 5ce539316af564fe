package io.orbita.payments;

import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.platform.jobs.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A purchase in the bot, inside the transaction of the message: the payment is begun here, and due work asks the provider
 * for its link and sends it to the chat.
 */
@Component
class BotPurchase {

    /** A link with less time left is not worth giving again. */
    private static final Duration STILL_USEFUL = Duration.ofMinutes(10);

    private static final int LONGEST_AWAITED = 100;

    private final Preparing preparing;
    private final PaymentRows rows;
    private final Buyers buyers;
    private final Clients clients;
    private final ClientTalk talk;
    private final DueWork dueWork;
    private final Clock clock;

    BotPurchase(
            Preparing preparing,
            PaymentRows rows,
            Buyers buyers,
            Clients clients,
            ClientTalk talk,
            DueWork dueWork,
            Clock clock) {
        this.preparing = preparing;
        this.rows = rows;
        this.buyers = buyers;
        this.clients = clients;
        this.talk = talk;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    BotReply buy(BotCall call, long tariff) {
        return buy(
                call,
                tariff,
                null,
                buyers.contact(call.business(), call.client()).orElse(null));
    }

    BotReply askPromo(BotCall call, long tariff) {
        return BotReply.awaiting("promo:" + tariff, Content.of("Напишите промокод, и я пересчитаю цену."));
    }

    /** Answers what {@link #askPromo} or the question for a receipt's address waited for. */
    BotReply onText(BotCall call, String awaited, String text) {
        var parts = awaited.split(":", 3);
        var tariff = parts.length > 1 && parts[1].matches("[0-9]{1,18}") ? Long.parseLong(parts[1]) : 0;
        return switch (parts[0]) {
            case "promo" ->
                buy(
                        call,
                        tariff,
                        text,
                        buyers.contact(call.business(), call.client()).orElse(null));
            case "receipt" -> withContact(call, tariff, parts.length > 2 ? parts[2] : "", text);
            default -> BotReply.nothing();
        };
    }

    private BotReply withContact(BotCall call, long tariff, String promo, String text) {
        var contact = Buyers.contact(text);
        if (contact.isEmpty()) {
            return askContact(
                    tariff,
                    promo,
                    "Не похоже на почту или телефон. Напишите, например, anna@mail.ru или +7 916 123-45-67.");
        }
        var isPhone = contact.get().startsWith("+");
        clients.addIdentity(
                call.business(),
                call.client(),
                new Identity(isPhone ? Identity.Kind.PHONE : Identity.Kind.EMAIL, contact.get()),
                false);
        return buy(call, tariff, promo.isEmpty() ? null : promo, contact.get());
    }

    private BotReply buy(BotCall call, long tariff, @Nullable String promo, @Nullable String contact) {
        if (promo == null) {
            var before = rows.openInChat(
                    call.business(),
                    call.conversation(),
                    tariff,
                    clock.instant().plus(STILL_USEFUL));
            if (before.isPresent()) {
                return again(call, before.get());
            }
        }
        var prepared = preparing.prepare(
                call.business(),
                new Preparing.Purchase(call.client(), call.conversation(), tariff, promo, "bot", null, contact, null));
        return switch (prepared) {
            case Preparing.Prepared.Ready ready -> {
                dueWork.now(
                        LinkInChat.KIND, call.business(), ready.payment().id().toString());
                yield BotReply.nothing();
            }
            case Preparing.Prepared.ContactNeeded needed ->
                askContact(
                        tariff,
                        promo == null ? "" : promo,
                        "Закон велит выдать вам чек. Куда его прислать? Напишите почту или телефон.");
            case Preparing.Prepared.Refused refused ->
                refused(tariff, promo, refused.why().text());
        };
    }

    /** A second press: the same order, the same link. */
    private BotReply again(BotCall call, Payment payment) {
        if (payment.hasLink()) {
            return BotReply.of(talk.linkContent(call.business(), payment));
        }
        dueWork.now(LinkInChat.KIND, call.business(), payment.id().toString());
        return BotReply.nothing();
    }

    private static BotReply refused(long tariff, @Nullable String promo, String why) {
        if (promo == null) {
            return BotReply.of(Content.of(why));
        }
        var without = List.of(List.of(Button.press("Купить без промокода", PayBot.buyData(tariff))));
        return BotReply.awaiting("promo:" + tariff, Content.of(why + " Можно написать другой промокод.", without));
    }

    private static BotReply askContact(long tariff, String promo, String text) {
        var awaited = "receipt:" + tariff + ":" + promo;
        return BotReply.awaiting(
                awaited.length() > LONGEST_AWAITED ? "receipt:" + tariff + ":" : awaited, Content.of(text));
    }
}
