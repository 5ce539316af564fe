package io.orbita.payments;

import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Buying in the bot: prices, «Купить», promo codes; and the staff's {@code /confirm_payment}. */
@Component
class PayBot implements BotCommand {
    private static final String PREFIX = "pay";
    static final String PRICES = PREFIX + ":prices";
    private static final Pattern NUMBER = Pattern.compile("[№#]?\\s*([1-9][0-9]{0,17})");
    private static final Set<Role> MAY_CONFIRM = Set.of(Role.ADMIN, Role.TRAINER, Role.MANAGER);
    private static final int MOST_TO_CONFIRM = 8;

    private final BotShelf shelf;
    private final BotPurchase purchase;
    private final Payments payments;
    private final PaymentQueries queries;
    private final PaymentRows rows;
    private final Clients clients;

    PayBot(
            BotShelf shelf,
            BotPurchase purchase,
            Payments payments,
            PaymentQueries queries,
            PaymentRows rows,
            Clients clients) {
        this.shelf = shelf;
        this.purchase = purchase;
        this.payments = payments;
        this.queries = queries;
        this.rows = rows;
        this.clients = clients;
    }

    /** The data of the button that buys a tariff. */
    static String buyData(long tariff) {
        return PREFIX + ":buy:" + tariff;
    }

    /** The data of the button that asks for a promo code. */
    static String promoData(long tariff) {
        return PREFIX + ":promo:" + tariff;
    }

    /** The button under a notice to the staff. */
    static Button confirmButton(Payment payment) {
        return Button.press("Подтвердить № " + payment.id(), PREFIX + ":confirm:" + payment.id());
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> commands() {
        return Set.of("prices", "price", "buy", "promo");
    }

    @Override
    public Set<String> staffCommands() {
        return Set.of("confirm_payment");
    }

    @Override
    public List<MenuLine> menu(BotCall call) {
        return shelf.isEmpty(call.business())
                ? List.of()
                : List.of(new MenuLine(20, "Купить программу", "buy"), new MenuLine(30, "Узнать цены", "prices"));
    }

    @Override
    public List<MenuLine> afterFreeProgram(BotCall call) {
        return shelf.lines(call.business());
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return switch (command) {
            case "confirm_payment" -> confirm(call, arguments);
            case "promo" -> shelf.choice(call.business(), "К какому тарифу применить промокод?", PayBot::promoData);
            default -> shelf.prices(call.business());
        };
    }

    @Override
    public BotReply onPress(BotCall call, String data) {
        var parts = data.split(":", 2);
        var argument = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "buy" -> argument.isEmpty() ? shelf.prices(call.business()) : purchase.buy(call, number(argument));
            case "promo" -> purchase.askPromo(call, number(argument));
            case "confirm" -> confirm(call, argument);
            default -> shelf.prices(call.business());
        };
    }

    @Override
    public BotReply onText(BotCall call, String awaited, String text) {
        return purchase.onText(call, awaited, text);
    }

    private BotReply confirm(BotCall call, String argument) {
        var staff = call.staff();
        if (staff == null || !MAY_CONFIRM.contains(staff.role())) {
            return BotReply.of(Content.of("Подтверждать оплаты может только сотрудник с правами."));
        }
        var id = number(argument);
        if (id == 0) {
            return argument.isBlank()
                    ? waiting(call.business())
                    : BotReply.of(Content.of("Напишите номер заказа, например: /confirm_payment 12"));
        }
        var payment = rows.find(call.business(), new PaymentId(id));
        if (payment.isEmpty()) {
            return BotReply.of(Content.of("Заказа № %d нет. Проверьте номер.".formatted(id)));
        }
        return switch (Transition.of(payment.get().state(), PaymentEvent.CONFIRMED_BY_HAND)) {
            case Transition.To to -> {
                var done = payments.confirmInBot(call.business(), payment.get().id(), staff.id());
                yield BotReply.of(Content.of("Готово: заказ № %d оплачен, %s, %s."
                        .formatted(id, done.clientName(), done.amount().inRussian())));
            }
            case Transition.Nothing nothing -> BotReply.of(Content.of("Заказ № %d уже оплачен.".formatted(id)));
            case Transition.Held held -> BotReply.nothing();
            case Transition.Unfit unfit -> BotReply.of(Content.of(cannot(payment.get())));
        };
    }

    private static String cannot(Payment payment) {
        return payment.state() == PaymentState.WAITING_FOR_CAPTURE
                ? "Банк уже удерживает деньги по заказу № %s. Дождитесь, пока он их спишет или вернёт."
                        .formatted(payment.id())
                : "Деньги по заказу № %s вернули, подтвердить его нельзя.".formatted(payment.id());
    }

    private BotReply waiting(BusinessId business) {
        var found = queries.unconfirmed(business, MOST_TO_CONFIRM);
        if (found.isEmpty()) {
            return BotReply.of(Content.of("Неоплаченных заказов нет."));
        }
        var names = clients.names(
                business,
                found.stream().map(payment -> payment.client().value()).toList());
        var text = new StringBuilder("Ждут оплаты:");
        var buttons = new ArrayList<List<Button>>();
        for (var payment : found) {
            text.append("\n№ %s: %s, «%s», %s"
                    .formatted(
                            payment.id(),
                            names.getOrDefault(payment.client().value(), "клиент"),
                            payment.title(),
                            payment.amount().inRussian()));
            buttons.add(List.of(confirmButton(payment)));
        }
        return BotReply.of(Content.of(text.toString(), buttons));
    }

    private static long number(String text) {
        var found = NUMBER.matcher(text.strip());
        return found.matches() ? Long.parseLong(found.group(1)) : 0;
    }
}
