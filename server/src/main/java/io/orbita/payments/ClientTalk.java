package io.orbita.payments;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a client is told about a payment: where they bought, else where they are best reached. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClientTalk {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", RUSSIAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", RUSSIAN);

    private final Messaging messaging;
    private final Businesses businesses;
    private final ProviderAccounts accounts;
    private final Clock clock;

    ClientTalk(Messaging messaging, Businesses businesses, ProviderAccounts accounts, Clock clock) {
        this.messaging = messaging;
        this.businesses = businesses;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Gives the link in the chat where it was asked for. */
    public void link(BusinessId business, Payment payment) {
        say(business, payment, "link", linkContent(business, payment));
    }

    /** The message with the link; also for a second press of the same button. */
    public Content linkContent(BusinessId business, Payment payment) {
        var text = new StringBuilder(
                "%s: %s".formatted(payment.title(), payment.amount().inRussian()));
        if (payment.order().discount().isPositive()) {
            text.append("\nПо промокоду %s дешевле на %s (было %s)."
                    .formatted(
                            payment.order().promoCode(),
                            payment.order().discount().inRussian(),
                            payment.order().price().inRussian()));
        }
        if (payment.provider() == ProviderKind.MANUAL) {
            text.append("\n")
                    .append(accounts.manualInstructions(business))
                    .append("\nНомер заказа: ")
                    .append(payment.id());
            return Content.of(text.toString(), promoButton(payment));
        }
        text.append("\nОплатить можно по кнопке до %s."
                .formatted(until(payment.expiresAt(), businesses.get(business).zone())));
        var url = payment.confirmationUrl();
        var pay = Button.link("Оплатить " + payment.amount().inRussian(), String.valueOf(url));
        return Content.of(
                text.toString(),
                Stream.concat(Stream.of(List.of(pay)), promoButton(payment).stream())
                        .toList());
    }

    /** The bank does not answer at once. */
    public void slow(BusinessId business, Payment payment) {
        say(
                business,
                payment,
                "slow",
                Content.of("Банк сегодня отвечает медленно. Как только ссылка на оплату будет готова, я её пришлю."));
    }

    public void noLink(BusinessId business, Payment payment) {
        say(
                business,
                payment,
                "no-link",
                Content.of("Банк так и не ответил, и ссылки пока нет. Я сообщил тренеру, он поможет с оплатой."));
    }

    public void completed(BusinessId business, Payment payment) {
        var next = payment.order().programmeWeeks() == 0
                ? "Тренер свяжется с вами в ближайшее время."
                : "Скоро пришлю программу на %d %s."
                        .formatted(
                                payment.order().programmeWeeks(),
                                Plural.of(payment.order().programmeWeeks(), "неделю", "недели", "недель"));
        say(
                business,
                payment,
                "completed",
                Content.of("Оплата %s прошла, спасибо! %s"
                        .formatted(payment.amount().inRussian(), next)));
    }

    public void declined(BusinessId business, Payment payment, String why) {
        say(
                business,
                payment,
                "declined",
                Content.of(
                        why,
                        List.of(List.of(Button.press(
                                "Попробовать ещё раз",
                                PayBot.buyData(payment.order().tariffId()))))));
    }

    public void refunded(BusinessId business, Payment payment, Money amount) {
        say(
                business,
                payment,
                "refunded-" + payment.refunded().minor(),
                Content.of("Мы вернули вам %s за «%s». На карту деньги обычно приходят за несколько дней."
                        .formatted(amount.inRussian(), payment.title())));
    }

    private static List<List<Button>> promoButton(Payment payment) {
        return payment.order().promoCode() == null
                ? List.of(List.of(Button.press(
                        "У меня промокод", PayBot.promoData(payment.order().tariffId()))))
                : List.of();
    }

    private String until(Instant moment, ZoneId zone) {
        var near = moment.isBefore(clock.instant().plus(Duration.ofHours(12)));
        return (near ? HOUR : DAY).format(moment.atZone(zone));
    }

    private void say(BusinessId business, Payment payment, String word, Content content) {
        where(business, payment)
                .ifPresent(conversation -> messaging.send(
                        business,
                        Outgoing.bot(
                                conversation,
                                content,
                                "payments." + word.replaceFirst("-.*", ""),
                                "payment:" + payment.id() + ":" + word)));
    }

    private Optional<ConversationId> where(BusinessId business, Payment payment) {
        var bought = payment.order().conversation();
        return bought != null
                ? Optional.of(bought)
                : messaging.bestFor(business, payment.client()).map(found -> found.id());
    }
}
