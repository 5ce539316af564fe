package io.orbita.marketing;

import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.Dialogues;
import io.orbita.journal.Journal;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.payments.PaymentState;
import io.orbita.payments.PaymentView;
import io.orbita.payments.Payments;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reminder says, and where it goes. */
@Component
class Letters {
    private static final String PRICES = "Посмотреть программы";
    private static final Duration WEEK = Duration.ofDays(7);

    private final Clients clients;
    private final BotLinks links;
    private final Messaging messaging;
    private final WaysOut waysOut;

    Letters(Clients clients, BotLinks links, Messaging messaging, WaysOut waysOut) {
        this.clients = clients;
        this.links = links;
        this.messaging = messaging;
        this.waysOut = waysOut;
    }

    /** Where it goes; empty when that has come to nothing since. */
    Optional<ConversationId> address(BusinessId business, Known known, Rule.Way way) {
        if (way == Rule.Way.MESSENGER) {
            return Optional.ofNullable(known.reach().messenger());
        }
        var client = new ClientId(known.person().client());
        return clients.contacts(business, client).emails().stream()
                .findFirst()
                .map(email -> messaging.mailTo(business, client, email).id());
    }

    Content content(BusinessId business, Known known, Next next) {
        Step step = next.rule().step(next.step());
        Map<Variable, String> values = values(known, next.rule(), next.occasion(), next.at());
        String subject = step.subject() == null ? null : Template.fill(step.subject(), values);
        return new Content(
                Template.fill(step.text(), values),
                next.way() == Rule.Way.EMAIL
                        ? linksOf(business, known, next.rule(), next.at())
                        : pressesOf(next.rule(), known.payment(), next.at()),
                null,
                false,
                subject);
    }

    /** What stands for the variables. */
    Map<Variable, String> values(Known known, Rule rule, Fact occasion, Instant at) {
        var values = new EnumMap<Variable, String>(Variable.class);
        values.put(Variable.NAME, firstName(known));
        values.put(Variable.BUSINESS, known.businessName());
        Instant until = occasion.until();
        if (rule.since().isProgram() && until != null) {
            long weeks = Math.max(1, Duration.between(occasion.at(), until).dividedBy(WEEK));
            long over = Math.clamp(Duration.between(occasion.at(), at).dividedBy(WEEK), 1, weeks);
            values.put(Variable.WEEK, Long.toString(over));
            values.put(Variable.WEEKS, Long.toString(weeks));
            values.put(Variable.WEEKS_LEFT, weeks - over + " " + Plural.of(weeks - over, "неделя", "недели", "недель"));
        }
        PaymentView payment = known.payment();
        if (rule.since().isPayment() && payment != null) {
            values.put(Variable.TARIFF, payment.tariff().title());
            values.put(Variable.SUM, payment.amount().inRussian());
        }
        return values;
    }

    /** What they are called by; empty when nothing is known that could be a name. */
    String firstName(Known known) {
        String first = known.person().name().strip().split("\\s+", 2)[0];
        // A nick, a number or an emoji is no name to call somebody by.
        return first.length() >= 2 && first.length() <= 30 && first.codePoints().allMatch(Character::isLetter)
                ? first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1)
                : "";
    }

    private static List<List<Button>> pressesOf(Rule rule, @Nullable PaymentView payment, Instant now) {
        return switch (rule.button()) {
            case NONE -> List.of();
            case QUESTIONNAIRE -> one(Button.press("К анкете", Dialogues.QUESTIONNAIRE_BUTTON));
            case CHECKIN -> one(Button.press("Отметить неделю", Journal.CHECKIN_BUTTON));
            case PRICES -> one(Button.press(PRICES, Payments.PRICES_BUTTON));
            case PAY -> one(pay(payment, now).orElseGet(() -> Button.press(PRICES, Payments.PRICES_BUTTON)));
        };
    }

    /** Empty when the link does not work any more. */
    private static Optional<Button> pay(@Nullable PaymentView payment, Instant now) {
        return payment != null
                        && payment.status() == PaymentState.PENDING
                        && payment.confirmationUrl() != null
                        && payment.expiresAt().isAfter(now)
                ? Optional.of(Button.link("Оплатить " + payment.amount().inRussian(), payment.confirmationUrl()))
                : Optional.empty();
    }

    /** A letter cannot be pressed: it leads to the bot, or to the till. A way out stands under each. */
    private List<List<Button>> linksOf(BusinessId business, Known known, Rule rule, Instant now) {
        var client = new ClientId(known.person().client());
        var rows = new ArrayList<List<Button>>();
        var pay = rule.button() == Rule.Deed.PAY ? pay(known.payment(), now) : Optional.<Button>empty();
        if (pay.isPresent()) {
            rows.addAll(one(pay.get()));
        } else if (rule.button() != Rule.Deed.NONE) {
            messaging
                    .botLink(business, links.issue(business, client))
                    .ifPresent(link -> rows.addAll(one(Button.link("Открыть чат", link))));
        }
        rows.addAll(one(Button.unsubscribe(waysOut.link(business, client))));
        return rows;
    }

    private static List<List<Button>> one(Button button) {
        return List.of(List.of(button));
    }
}
