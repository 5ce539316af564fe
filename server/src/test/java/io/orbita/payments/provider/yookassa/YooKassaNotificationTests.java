package io.orbita.payments.provider.yookassa;

import static io.orbita.payments.provider.Samples.ORDER;
import static io.orbita.payments.provider.Samples.PRICE;
import static io.orbita.payments.provider.Samples.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.FakeYooKassa;
import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.Samples;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What YooKassa sends by itself: it proves nothing, and only names what to look at. */
class YooKassaNotificationTests extends YooKassaShop {
    private Notice read(PaymentProvider shop, String body, String sender) {
        return shop.read(new Notification(body.getBytes(StandardCharsets.UTF_8), sender));
    }

    @Test
    void a_notification_proves_nothing_and_only_names_the_payment() {
        var id = created();
        fake.pay(id);
        var body = fake.notification("payment.succeeded", id);
        assertThat(shop.read(new Notification(body, "203.0.113.9"))).isEqualTo(new Notice.Hint(id));
        shop.refund(refund("R1", id, PRICE, Money.rubles(0)));
        assertThat(shop.read(new Notification(fake.notification("refund.succeeded", id), "203.0.113.9")))
                .isEqualTo(new Notice.Hint(id));
    }

    @Test
    void its_mark_finds_our_order_without_a_key() {
        var driver = new YooKassaDriver(Samples.http(), fake.base(), Networks.of(List.of()));
        var id = created();
        assertThat(driver.claimedOrder(fake.notification("payment.succeeded", id)))
                .contains(ORDER);
        assertThat(driver.claimedOrder("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(driver.claimedOrder("<html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void where_the_barrier_is_up_a_stranger_is_not_read() {
        var guarded = shop(FakeYooKassa.KEY, false, List.of("185.71.76.0/27", "2a02:5180::/32"));
        var body = """
                {"type":"notification","event":"payment.succeeded","object":{"id":"2fb00001"}}""";
        assertThat(read(guarded, body, "203.0.113.9")).isInstanceOf(Notice.Unproven.class);
        assertThat(read(guarded, body, "not an address")).isInstanceOf(Notice.Unproven.class);
        assertThat(read(guarded, body, "185.71.76.5")).isEqualTo(new Notice.Hint("2fb00001"));
        assertThat(read(guarded, body, "2a02:5180:0:1::7")).isEqualTo(new Notice.Hint("2fb00001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "<html>",
                "{",
                "{\"type\":\"notification\"}",
                "{\"type\":\"x\",\"event\":\"payment.succeeded\",\"object\":{\"id\":\"1\"}}",
                "{\"type\":\"notification\",\"event\":\"payment.succeeded\"}",
                "{\"type\":\"notification\",\"event\":\"payment.succeeded\",\"object\":{\"id\":\"../refunds/1\"}}",
                "{\"type\":\"notification\",\"event\":\"payment.succeeded\",\"object\":{\"id\":{\"a\":1}}}"
            })
    void nonsense_is_not_read(String body) {
        assertThat(read(shop, body, "203.0.113.9")).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void news_of_other_things_is_irrelevant() {
        assertThat(read(shop, """
                {"type":"notification","event":"payout.succeeded","object":{"id":"1"}}""", "203.0.113.9")).isInstanceOf(Notice.Irrelevant.class);
    }
}
