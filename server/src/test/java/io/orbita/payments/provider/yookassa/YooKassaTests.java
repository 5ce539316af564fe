package io.orbita.payments.provider.yookassa;

import static io.orbita.payments.provider.Samples.NOW;
import static io.orbita.payments.provider.Samples.ORDER;
import static io.orbita.payments.provider.Samples.PRICE;
import static io.orbita.payments.provider.Samples.charge;
import static io.orbita.payments.provider.Samples.receipt;
import static io.orbita.payments.provider.Samples.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.FakeYooKassa;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Samples;
import io.orbita.payments.provider.Secret;
import io.orbita.payments.provider.Sight;
import io.orbita.platform.money.Money;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaTests extends YooKassaShop {
    @Test
    void a_payment_is_asked_for_in_one_stage_with_our_id_as_key_and_mark() {
        var made = (Creation.Created) shop.create(charge());
        var request = fake.lastRequest();
        assertThat(request.path()).isEqualTo("/payments");
        assertThat(request.idempotenceKey()).isEqualTo("pay-" + ORDER).hasSizeLessThanOrEqualTo(64);
        assertThat(request.body().toString()).isEqualTo("""
                {"amount":{"value":"2990.00","currency":"RUB"},"capture":true,\
                "description":"Программа на 12 недель",\
                "confirmation":{"type":"redirect","return_url":"https://example.test/s/demo/pay/%s"},\
                "metadata":{"payment":"%s"}}""".formatted(ORDER, ORDER));
        assertThat(made.providerId()).isEqualTo(fake.onlyPayment());
        assertThat(made.confirmationUrl().toString()).contains(made.providerId());
        assertThat(made.expiresAt()).isEqualTo(charge().expiresAt());
    }

    @Test
    void a_receipt_names_the_buyer_the_service_and_the_tax() {
        shop.create(charge(1, receipt(PRICE)));
        assertThat(fake.lastRequest().body().path("receipt").toString()).isEqualTo("""
                {"customer":{"email":"anna@example.test","phone":"79990001122"},"tax_system_code":2,"internet":true,\
                "items":[{"description":"Программа тренировок, 12 недель","quantity":1,\
                "amount":{"value":"2990.00","currency":"RUB"},"vat_code":11,"measure":"piece",\
                "payment_subject":"service","payment_mode":"full_payment"}]}""");
    }

    @Test
    void a_long_description_is_cut_between_characters() {
        var charge = charge();
        shop.create(new Charge(
                ORDER, 1, NOW, PRICE, "  💪" + "😀".repeat(200) + "\n", charge.returnUrl(), null, NOW, null));
        var sent = fake.lastRequest().body().path("description").asString();
        assertThat(sent).hasSize(128).startsWith("💪😀");
        assertThat(Character.isHighSurrogate(sent.charAt(127))).isFalse();
    }

    @Test
    void asking_again_gets_the_same_payment() {
        assertThat(shop.create(charge(2, null))).isEqualTo(shop.create(charge(1, null)));
        assertThat(fake.paymentCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "STATUS", mode = EnumSource.Mode.EXCLUDE)
    void an_answer_that_was_lost_is_unknown_and_the_repeat_finds_the_one_payment(Kind kind) {
        fake.next(Misbehaviour.actsThenIs(kind));
        assertThat(shop.create(charge())).isInstanceOf(Creation.Unknown.class);
        assertThat(shop.create(charge())).isInstanceOf(Creation.Created.class);
        assertThat(fake.paymentCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204, 302, 408, 429, 500, 502, 503})
    void a_status_that_settles_nothing_is_unknown(int status) {
        fake.next(Misbehaviour.actsThenSays(status));
        assertThat(shop.create(charge())).isInstanceOf(Creation.Unknown.class);
        assertThat(shop.create(charge())).isInstanceOf(Creation.Created.class);
        assertThat(fake.paymentCount()).isEqualTo(1);
    }

    @Test
    void nobody_at_the_address_is_unknown() {
        var nowhere = new YooKassaDriver(Samples.http(), URI.create("http://127.0.0.1:1/v3"), Networks.of(List.of()))
                .open(new ProviderAccount(
                        ProviderKind.YOOKASSA, FakeYooKassa.SHOP, new Secret(FakeYooKassa.KEY), false));
        assertThat(nowhere.create(charge())).isInstanceOf(Creation.Unknown.class);
        assertThat(nowhere.look(subject("2fb00001"))).isInstanceOf(Sight.Unknown.class);
    }

    @Test
    void wrong_keys_are_a_refusal_that_says_nothing_of_them_to_the_client() {
        var refused = (Creation.Refused) shop("wrong", false, List.of()).create(charge());
        assertThat(refused.code()).isEqualTo("yookassa.invalid_credentials:Authorization");
        assertThat(refused.why()).isEqualTo("Оплата сейчас не работает. Мы уже знаем и скоро починим.");
    }

    @Test
    void what_they_do_not_take_is_refused_with_the_field_and_without_their_words() {
        var charge = charge();
        var refused = (Creation.Refused)
                shop.create(new Charge(ORDER, 1, NOW, new Money(100, "USD"), "x", charge.returnUrl(), null, NOW, null));
        assertThat(refused.code()).isEqualTo("yookassa.invalid_request:amount.currency");
    }

    @Test
    void toy_money_is_taken_by_a_test_shop_only() {
        fake.asTestShop();
        assertThat(shop.create(charge())).isInstanceOf(Creation.Refused.class);
        assertThat(shop(FakeYooKassa.KEY, true, List.of()).create(charge())).isInstanceOf(Creation.Created.class);
        assertThat(seen(fake.onlyPayment()).test()).isTrue();
    }

    @Test
    void a_payment_is_seen_as_it_stands() {
        var id = created();
        assertThat(seen(id)).isEqualTo(new ProviderState(id, ORDER, Status.PENDING, PRICE, null, false, null));
        fake.hold(id);
        assertThat(seen(id).status()).isEqualTo(Status.AUTHORISED);
        fake.pay(id);
        assertThat(seen(id).status()).isEqualTo(Status.PAID);
        fake.refundedOutside(id, Money.rubles(990));
        assertThat(seen(id))
                .isEqualTo(
                        new ProviderState(id, ORDER, Status.PARTIALLY_REFUNDED, PRICE, Money.rubles(990), false, null));
        fake.refundedOutside(id, PRICE);
        assertThat(seen(id).status()).isEqualTo(Status.REFUNDED);
        fake.status(id, "a_word_of_tomorrow");
        assertThat(seen(id).status()).isEqualTo(Status.IN_MOTION);
    }

    @Test
    void another_sum_is_told_as_it_is() {
        var id = created();
        fake.payOther(id, Money.rubles(1));
        assertThat(seen(id).amount()).isEqualTo(Money.rubles(1));
    }

    @ParameterizedTest
    @CsvSource({
        "insufficient_funds,INSUFFICIENT_FUNDS",
        "expired_on_confirmation,TERM_OVER",
        "3d_secure_failed,NOT_CONFIRMED",
        "issuer_unavailable,BANK_SILENT",
        "a_reason_of_tomorrow,NO_REASON"
    })
    void a_cancellation_says_why(String reason, Decline decline) {
        var id = created();
        fake.cancel(id, reason);
        assertThat(seen(id).status()).isEqualTo(Status.CANCELED);
        assertThat(seen(id).decline()).isEqualTo(decline);
    }

    @Test
    void an_unknown_payment_is_absent_and_an_error_is_not() {
        assertThat(shop.look(subject("2fb00000-000f"))).isInstanceOf(Sight.Absent.class);
        fake.next(Misbehaviour.refuses(429), Misbehaviour.refuses(500), Misbehaviour.isOnly(Kind.WEB_PAGE));
        for (int time = 0; time < 3; time++) {
            assertThat(shop.look(subject("2fb00000-000f"))).isInstanceOf(Sight.Unknown.class);
        }
        assertThat(shop("wrong", false, List.of()).look(subject("2fb00000-000f")))
                .isInstanceOf(Sight.Unknown.class);
    }

    @Test
    void a_payment_whose_id_never_came_is_found_by_our_mark_over_several_pages() {
        var charge = charge();
        for (var other : List.of("1-a", "1-b", "1-c", "1-d")) {
            shop.create(new Charge(other, 1, NOW, PRICE, "x", charge.returnUrl(), null, NOW, null));
        }
        assertThat(shop.look(subject(null))).isInstanceOf(Sight.Absent.class);
        fake.next(Misbehaviour.actsThenSays(500));
        shop.create(charge);
        assertThat(((Sight.Found) shop.look(subject(null))).state().orderId()).isEqualTo(ORDER);
        assertThat(fake.lastRequest().query()).contains("created_at.gte=2026-11-20T09:55:00Z");
        fake.next(Misbehaviour.refuses(500));
        assertThat(shop.look(subject(null))).isInstanceOf(Sight.Unknown.class);
    }
}
