package io.orbita.payments;

import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a step of a payment, in its transaction: promo codes, the client's row, events, news for people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Aftermath {
    private final Catalog catalog;
    private final Clients clients;
    private final Notices notices;
    private final ClientTalk talk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Aftermath(
            Catalog catalog,
            Clients clients,
            Notices notices,
            ClientTalk talk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalog = catalog;
        this.clients = clients;
        this.notices = notices;
        this.talk = talk;
        this.events = events;
        this.clock = clock;
    }

    /** The client can pay now. */
    public void linked(BusinessId business, Payment payment) {
        events.publishEvent(new PaymentCreated(business, payment.id(), payment.client(), payment.amount()));
        remember(business, payment, "created", payment.amount(), null);
        var byHand = payment.provider() == ProviderKind.MANUAL;
        var text = "%s хочет купить «%s» за %s. Заказ № %s."
                .formatted(
                        name(business, payment.client()),
                        payment.title(),
                        payment.amount().inRussian(),
                        payment.id());
        tell(business, payment, "created", byHand ? text + " Когда деньги придут, подтвердите оплату." : text, byHand);
    }

    public void moved(BusinessId business, Payment before, Payment after, News news) {
        switch (after.state()) {
            case COMPLETED -> completed(business, after, news);
            case CANCELED -> canceled(business, after, news);
            case PENDING, WAITING_FOR_CAPTURE, REFUNDED, PARTIALLY_REFUNDED, PROBLEM -> {}
        }
    }

    private void completed(BusinessId business, Payment payment, News news) {
        // The client's row before the code's row, as a purchase in the bot takes them: two such transactions never wait
        // for each other.
        clients.paid(business, payment.client(), payment.amount());
        var over = payment.order().promoCode() != null && catalog.consume(business, payment.publicId());
        remember(business, payment, "completed", payment.amount(), news.by());
        events.publishEvent(new PaymentCompleted(
                business,
                payment.id(),
                payment.client(),
                payment.amount(),
                payment.order().programmeWeeks(),
                news.source().via()));
        tell(
                business,
                payment,
                "completed",
                "%s: оплата %s за «%s»."
                        .formatted(
                                name(business, payment.client()),
                                payment.amount().inRussian(),
                                payment.title()),
                false);
        if (over) {
            tell(
                    business,
                    payment,
                    "promo-over",
                    "Промокод %s сработал сверх лимита: оплата по заказу № %s дошла, когда место уже занял другой клиент."
                            .formatted(payment.order().promoCode(), payment.id()),
                    false);
        }
        talk.completed(business, payment);
    }

    private void canceled(BusinessId business, Payment payment, News news) {
        if (payment.order().promoCode() != null) {
            catalog.release(business, payment.publicId());
        }
        remember(business, payment, "canceled", payment.amount(), news.by());
        // That time ran out is no failure, and nobody needs to be told of it.
        if (news.decline() != null && !news.decline().equals(Decline.TERM_OVER.text())) {
            tell(
                    business,
                    payment,
                    "failed",
                    "%s не удалось оплатить «%s» за %s. Что увидел клиент: %s"
                            .formatted(
                                    name(business, payment.client()),
                                    payment.title(),
                                    payment.amount().inRussian(),
                                    news.decline()),
                    false);
            talk.declined(business, payment, news.decline());
        }
    }

    public void held(BusinessId business, Payment payment, News news) {
        remember(business, payment, "problem", payment.amount(), null);
        var problem = payment.standing().problem();
        if (problem == null) {
            return;
        }
        var seen = news.seen();
        var came = seen == null ? null : seen.amount();
        var why = switch (problem) {
            case AMOUNT_MISMATCH ->
                came == null
                        ? "провайдер взял не ту сумму, что мы просили"
                        : "просили %s, а пришло %s".formatted(payment.amount().inRussian(), came.inRussian());
            case PROVIDER_UNKNOWN -> "провайдер так и не ответил, прошла ли оплата";
        };
        tell(
                business,
                payment,
                "problem",
                "Заказ № %s ждёт вашего решения: %s. Проверьте в кабинете провайдера, потом подтвердите или отмените оплату."
                        .formatted(payment.id(), why),
                true);
    }

    /** @param amount this refund alone */
    public void refunded(BusinessId business, Payment payment, Money amount) {
        var full = payment.left().isZero();
        clients.paid(business, payment.client(), amount.negated());
        remember(business, payment, "refunded-" + payment.refunded().minor(), amount, null);
        events.publishEvent(new PaymentRefunded(business, payment.id(), payment.client(), amount, full));
        tell(
                business,
                payment,
                "refunded-" + payment.refunded().minor(),
                "%s: возврат %s по заказу № %s%s."
                        .formatted(
                                name(business, payment.client()),
                                amount.inRussian(),
                                payment.id(),
                                full ? ", вернули всё" : ""),
                false);
        talk.refunded(business, payment, amount);
    }

    public void paidTwice(BusinessId business, Payment payment) {
        tell(
                business,
                payment,
                "paid-twice",
                "По заказу № %s пришла и оплата по ссылке, хотя он уже подтверждён вручную. Похоже, клиент заплатил дважды: %s лишние."
                        .formatted(payment.id(), payment.amount().inRussian()),
                false);
    }

    /** The provider would not begin: the owner learns the code, the client only that it does not work. */
    public void refusedByProvider(BusinessId business, Payment payment, String code) {
        tell(
                business,
                payment,
                "refused",
                "Заказ № %s: провайдер не принял оплату (%s). Проверьте ключи и настройки магазина."
                        .formatted(payment.id(), code),
                false);
    }

    public void misfit(BusinessId business, Payment payment, PaymentEvent event) {
        var what = switch (event) {
            case PAID_OTHER_SUM -> "провайдер назвал другую сумму";
            case DECLINED -> "провайдер сообщил об отмене";
            case REFUNDED_IN_PART -> "часть денег вернули в кабинете провайдера, но сколько, он не сказал";
            case REFUNDED_IN_FULL -> "деньги вернули в кабинете провайдера";
            default -> "пришло сообщение, которое к нему не подходит";
        };
        tell(
                business,
                payment,
                "misfit-" + event.wire(),
                "Заказ № %s: %s. В заказе ничего не изменилось, посмотрите сами.".formatted(payment.id(), what),
                false);
    }

    public void disbelieved(BusinessId business, Payment payment) {
        tell(
                business,
                payment,
                "disbelieved",
                "Заказ № %s: провайдер показывает тестовую или чужую оплату. Мы ей не поверили, проверьте настройки магазина."
                        .formatted(payment.id()),
                false);
    }

    private void tell(BusinessId business, Payment payment, String word, String text, boolean toConfirm) {
        notices.tell(
                business,
                new Notice(
                        "payment." + word,
                        "payment:" + payment.id() + ":" + word,
                        text,
                        payment.client(),
                        toConfirm ? List.of(List.of(PayBot.confirmButton(payment))) : List.of()));
    }

    private void remember(BusinessId business, Payment payment, String word, Money amount, @Nullable Long by) {
        clients.remember(
                business,
                payment.client(),
                new TimelineEntry(
                        "payments." + word.replaceFirst("-.*", ""),
                        "payment:" + payment.id() + ":" + word,
                        clock.instant(),
                        Map.of("payment_id", payment.id().value(), "title", payment.title(), "amount", amount),
                        null,
                        by));
    }

    private String name(BusinessId business, ClientId client) {
        return clients.names(business, List.of(client.value())).getOrDefault(client.value(), "Клиент");
    }
}
