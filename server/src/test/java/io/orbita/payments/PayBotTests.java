package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.businesses.StaffMember;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand.MenuLine;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Messaging;
import io.orbita.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class PayBotTests {
    private final World world;
    private final PayBot bot;
    private final Catalog catalog;
    private final PaymentQueries queries;
    private final Business business;
    private final Till till;
    private final ClientId client;
    private final BotCall call;

    PayBotTests(
            World world,
            PayBot bot,
            Catalog catalog,
            PaymentQueries queries,
            Clients clients,
            Messaging messaging,
            JdbcClient jdbc) {
        this.world = world;
        this.bot = bot;
        this.catalog = catalog;
        this.queries = queries;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
        this.client = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, "501"),
                                new Newcomer("Борис", null, "telegram", Map.of()),
                                "bot")
                        .client());
        var chat = world.in(business, () -> messaging.mailTo(business.id(), client, "boris@example.test"));
        this.call = new BotCall(business.id(), chat.id(), client, 1, null);
    }

    private BotReply ask(Function<PayBot, BotReply> question) {
        return world.in(business, () -> question.apply(bot));
    }

    private BotReply press(String data) {
        return ask(it -> it.onPress(call, data));
    }

    private static String text(BotReply reply) {
        return reply.contents().getFirst().text().replace('\u00A0', ' ');
    }

    private static List<String> buttons(BotReply reply) {
        return reply.contents().getFirst().buttons().stream()
                .flatMap(List::stream)
                .map(button -> Objects.requireNonNullElse(button.data(), "link"))
                .toList();
    }

    private List<PaymentView> bought() {
        return world.in(
                business,
                () -> queries.list(business.id(), PaymentQueries.Filter.ANY, null, null, false)
                        .items());
    }

    @Test
    void prices_are_told_in_words_with_a_button_for_each() {
        var reply = ask(it -> it.onCommand(call, "prices", ""));
        assertThat(text(reply)).isEqualTo("""
                Программа на 12 недель: 2 990 ₽ за 3 месяца
                • План""");
        assertThat(buttons(reply)).containsExactly("pay:buy:" + till.tariff);
    }

    @Test
    void the_longest_programme_stands_first_and_a_long_title_gives_way_to_the_price() {
        world.in(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft(
                                "Консультация тренера по технике, питанию и восстановлению после травм",
                                null,
                                Money.rubles(1490),
                                0,
                                null,
                                0,
                                null,
                                0,
                                null)));
        var lines = world.in(business, () -> bot.afterFreeProgram(call));
        assertThat(lines.getFirst().data()).isEqualTo("buy:" + till.tariff);
        assertThat(lines.getLast().text().replace('\u00A0', ' '))
                .startsWith("Купить: Консультация тренера")
                .endsWith("…, 1 490 ₽");
        assertThat(lines).allMatch(line -> line.text().length() <= 64);
        assertThat(world.in(business, () -> bot.menu(call)))
                .containsExactly(
                        new MenuLine(20, "Купить программу", "buy"), new MenuLine(30, "Узнать цены", "prices"));
    }

    @Test
    void with_nothing_on_sale_the_menu_does_not_offer_it() {
        var admin = world.token(business, Role.ADMIN);
        world.call(HttpMethod.DELETE, "/api/tariffs/" + till.tariff, admin, null);
        assertThat(world.in(business, () -> bot.menu(call))).isEmpty();
        assertThat(text(press("prices"))).startsWith("Сейчас ничего не продаётся.");
        assertThat(text(press("buy:" + till.tariff))).startsWith("Этот тариф сейчас не продаётся.");
    }

    @Test
    void a_press_begins_one_payment_and_a_second_press_gives_the_same_link() {
        assertThat(press("buy:" + till.tariff).contents()).isEmpty();
        assertThat(press("buy:" + till.tariff).contents()).isEmpty();
        world.drain();
        assertThat(bought()).singleElement().satisfies(payment -> {
            assertThat(payment.clientName()).isEqualTo("Борис");
            assertThat(payment.source()).isEqualTo("bot");
            assertThat(payment.confirmationUrl()).contains("/sandbox/pay/" + payment.publicId());
        });
        var again = press("buy:" + till.tariff);
        assertThat(text(again)).startsWith("Программа на 12 недель: 2 990 ₽").contains("Оплатить можно по кнопке до ");
        assertThat(buttons(again)).containsExactly("link", "pay:promo:" + till.tariff);
        assertThat(bought()).hasSize(1);
    }

    @Test
    void a_promo_code_is_asked_for_and_makes_it_cheaper() {
        till.promo(catalog, "ЛЕТО", 10, null);
        var asked = press("promo:" + till.tariff);
        assertThat(asked.awaits()).isEqualTo("promo:" + till.tariff);
        var wrong = ask(it -> it.onText(call, "promo:" + till.tariff, "зима"));
        assertThat(text(wrong))
                .isEqualTo("Такого промокода нет. Проверьте, нет ли опечатки. Можно написать другой промокод.");
        assertThat(wrong.awaits()).isEqualTo("promo:" + till.tariff);
        assertThat(buttons(wrong)).containsExactly("pay:buy:" + till.tariff);
        assertThat(ask(it -> it.onText(call, "promo:" + till.tariff, " лето ")).contents())
                .isEmpty();
        world.drain();
        assertThat(bought()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(Money.rubles(2691));
            assertThat(payment.promoCode()).isEqualTo("ЛЕТО");
        });
    }

    @Test
    void where_receipts_are_on_the_bot_asks_where_to_send_them() {
        var admin = world.token(business, Role.ADMIN);
        var receipts = Map.of("enabled", true, "vat", List.of());
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, Map.of("receipts", receipts))
                        .status())
                .isEqualTo(200);
        var asked = press("buy:" + till.tariff);
        assertThat(text(asked)).startsWith("Закон велит выдать вам чек.");
        var awaited = Objects.requireNonNull(asked.awaits());
        assertThat(text(ask(it -> it.onText(call, awaited, "не скажу")))).startsWith("Не похоже на почту или телефон.");
        assertThat(ask(it -> it.onText(call, awaited, "Boris@Example.test")).contents())
                .isEmpty();
        world.drain();
        assertThat(bought()).hasSize(1);
    }

    private BotCall staff(Role role) {
        return new BotCall(business.id(), call.conversation(), client, 2, new StaffMember(7, "Тренер", role));
    }

    private BotReply confirm(@Nullable Role role, String arguments) {
        return ask(it -> it.onCommand(role == null ? call : staff(role), "confirm_payment", arguments));
    }

    @Test
    void the_staff_confirm_a_payment_by_its_number() {
        press("buy:" + till.tariff);
        world.drain();
        var id = bought().getFirst().id();
        assertThat(text(confirm(null, id.toString()))).startsWith("Подтверждать оплаты может только");
        assertThat(text(confirm(Role.CASHIER, id.toString()))).startsWith("Подтверждать оплаты может только");
        var waiting = confirm(Role.TRAINER, "");
        assertThat(text(waiting))
                .isEqualTo("Ждут оплаты:\n№ %s: Борис, «Программа на 12 недель», 2 990 ₽".formatted(id));
        assertThat(buttons(waiting)).containsExactly("pay:confirm:" + id);
        assertThat(text(confirm(Role.TRAINER, "сто"))).startsWith("Напишите номер заказа");
        assertThat(text(confirm(Role.TRAINER, "999999"))).isEqualTo("Заказа № 999999 нет. Проверьте номер.");
        assertThat(text(confirm(Role.TRAINER, "№ " + id)))
                .isEqualTo("Готово: заказ № %s оплачен, Борис, 2 990 ₽.".formatted(id));
        assertThat(text(confirm(Role.TRAINER, id.toString()))).isEqualTo("Заказ № %s уже оплачен.".formatted(id));
        assertThat(bought()).singleElement().satisfies(payment -> {
            assertThat(payment.status()).isEqualTo(PaymentState.COMPLETED);
            assertThat(payment.completedVia()).isEqualTo("bot");
        });
        assertThat(text(confirm(Role.TRAINER, ""))).isEqualTo("Неоплаченных заказов нет.");
    }

    @Test
    void data_of_buttons_fit_the_channel() {
        assertThat(List.of(
                        PayBot.buyData(Long.MAX_VALUE),
                        PayBot.promoData(Long.MAX_VALUE),
                        "pay:confirm:" + Long.MAX_VALUE))
                .allMatch(data -> Button.press("x", data).data() != null && data.length() <= 64);
        for (var nonsense :
                List.of("", ":", "buy:", "buy:x", "buy:99999999999999999999", "promo:-1", "confirm:x", "?")) {
            assertThat(press(nonsense)).as(nonsense).isNotNull();
        }
        assertThat(bought()).isEmpty();
    }
}
