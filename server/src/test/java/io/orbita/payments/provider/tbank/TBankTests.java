package io.orbita.payments.provider.tbank;

import static io.orbita.payments.provider.Samples.NOW;
import static io.orbita.payments.provider.Samples.ORDER;
import static io.orbita.payments.provider.Samples.PRICE;
import static io.orbita.payments.provider.Samples.charge;
import static io.orbita.payments.provider.Samples.receipt;
import static io.orbita.payments.provider.Samples.refund;
import static io.orbita.payments.provider.Samples.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Samples;
import io.orbita.payments.provider.Secret;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import io.orbita.platform.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class TBankTests {

    private final FakeTBank fake = new FakeTBank();
    private final PaymentProvider terminal = terminal(FakeTBank.TERMINAL, FakeTBank.PASSWORD, false);

    @AfterEach
    void close() {
        fake.close();
    }

    private PaymentProvider terminal(String key, String password, boolean test) {
        return new TBankDriver(Samples.http(), fake.base())
                .open(new ProviderAccount(ProviderKind.TBANK, key, new Secret(password), test));
    }

    private String created() {
        assertThat(terminal.create(charge())).isInstanceOf(Creation.Created.class);
        return fake.lastPayment();
    }

    private ProviderState seen(String id) {
        return ((Sight.Found) terminal.look(subject(id))).state();
    }

    @Test
    void a_payment_is_asked_for_in_one_stage_in_kopecks_with_a_due_date() {
        var made = (Creation.Created) terminal.create(charge(1, receipt(PRICE)));
        var body = fake.lastRequest().body();
        assertThat(body.path("Token").asString()).hasSize(64);
        ((ObjectNode) body).remove("Token");
        assertThat(body.toString()).isEqualTo("""
                {"TerminalKey":"1700000000001","Amount":299000,"OrderId":"%s","Description":"Программа на 12 недель",\
                "PayType":"O","RedirectDueDate":"2026-11-20T14:00:00+03:00",\
                "SuccessURL":"https://example.test/s/demo/pay/%s","FailURL":"https://example.test/s/demo/pay/%s",\
                "NotificationURL":"https://example.test/api/payments/webhook/x/demo",\
                "Receipt":{"Email":"anna@example.test","Phone":"+79990001122","Taxation":"usn_income",\
                "Items":[{"Name":"Программа тренировок, 12 недель","Price":299000,"Quantity":1,"Amount":299000,\
                "Tax":"vat22","PaymentMethod":"full_payment","PaymentObject":"service"}]}}""".formatted(ORDER, ORDER, ORDER));
        assertThat(made.providerId()).isEqualTo(fake.lastPayment());
        assertThat(made.confirmationUrl().toString()).endsWith("/new/" + made.providerId());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "STATUS", mode = EnumSource.Mode.EXCLUDE)
    void the_leftover_of_a_lost_answer_is_ended_before_another_is_made(Kind kind) {
        fake.next(Misbehaviour.actsThenIs(kind));
        assertThat(terminal.create(charge(1, null))).isInstanceOf(Creation.Unknown.class);
        var lost = fake.lastPayment();
        assertThat(terminal.create(charge(2, null))).isInstanceOf(Creation.Created.class);
        assertThat(fake.statusOf(lost)).isEqualTo("CANCELED");
        assertThat(fake.lastPayment()).isNotEqualTo(lost);
        assertThat(fake.lastRequest().body().path("OrderId").asString()).isEqualTo(ORDER + ".2");
    }

    @Test
    void where_nothing_was_left_the_next_attempt_is_simply_made() {
        fake.next(Misbehaviour.refuses(503));
        assertThat(terminal.create(charge(1, null))).isInstanceOf(Creation.Unknown.class);
        assertThat(terminal.create(charge(2, null))).isInstanceOf(Creation.Created.class);
        assertThat(fake.paymentCount()).isEqualTo(1);
    }

    @Test
    void while_a_leftover_cannot_be_looked_up_nothing_is_made() {
        fake.next(Misbehaviour.actsThenSays(500), Misbehaviour.refuses(500));
        terminal.create(charge(1, null));
        assertThat(terminal.create(charge(2, null))).isInstanceOf(Creation.Unknown.class);
        assertThat(fake.paymentCount()).isEqualTo(1);
    }

    @Test
    void a_leftover_that_was_paid_is_not_given_back_and_nothing_else_is_made() {
        fake.next(Misbehaviour.actsThenSays(500));
        terminal.create(charge(1, null));
        fake.status(fake.lastPayment(), "CONFIRMED");
        assertThat(terminal.create(charge(2, null))).isInstanceOf(Creation.Unknown.class);
        assertThat(fake.statusOf(fake.lastPayment())).isEqualTo("CONFIRMED");
        assertThat(fake.refundCount()).isZero();
    }

    @Test
    void an_error_comes_with_status_200_and_is_a_refusal() {
        var wrong =
                (Creation.Refused) terminal(FakeTBank.TERMINAL, "wrong", false).create(charge());
        assertThat(wrong.code()).isEqualTo("tbank.204");
        assertThat(wrong.why()).isEqualTo("Оплата сейчас не работает. Мы уже знаем и скоро починим.");
        var small = new Charge(ORDER, 1, NOW, Money.kopecks(1), "x", charge().returnUrl(), null, NOW, null);
        assertThat(terminal.create(small)).isInstanceOf(Creation.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 404, 429, 500, 503})
    void another_status_than_200_settles_nothing(int status) {
        fake.next(Misbehaviour.refuses(status));
        assertThat(terminal.create(charge())).isInstanceOf(Creation.Unknown.class);
    }

    @Test
    void a_demo_terminal_serves_a_test_shop_only() {
        assertThat(terminal(FakeTBank.DEMO_TERMINAL, FakeTBank.PASSWORD, false).create(charge()))
                .isInstanceOf(Creation.Refused.class);
        var demo = terminal(FakeTBank.DEMO_TERMINAL, FakeTBank.PASSWORD, true);
        assertThat(demo.create(charge())).isInstanceOf(Creation.Created.class);
        assertThat(((Sight.Found) demo.look(subject(fake.lastPayment())))
                        .state()
                        .test())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,PENDING",
        "FORM_SHOWED,PENDING",
        "PREAUTHORIZING,PENDING",
        "AUTHORIZING,PENDING",
        "3DS_CHECKING,PENDING",
        "3DS_CHECKED,PENDING",
        "PAY_CHECKING,PENDING",
        "AUTH_FAIL,PENDING",
        "AUTHORIZED,AUTHORISED",
        "CONFIRMING,AUTHORISED",
        "CONFIRM_CHECKING,AUTHORISED",
        "PARTIAL_REVERSED,AUTHORISED",
        "CONFIRMED,PAID",
        "PARTIAL_REFUNDED,PARTIALLY_REFUNDED",
        "REFUNDED,REFUNDED",
        "CANCELED,CANCELED",
        "REJECTED,CANCELED",
        "DEADLINE_EXPIRED,CANCELED",
        "ATTEMPTS_EXPIRED,CANCELED",
        "REVERSED,CANCELED",
        "REVERSING,IN_MOTION",
        "REFUNDING,IN_MOTION",
        "ASYNC_REFUNDING,IN_MOTION",
        "A_WORD_OF_TOMORROW,IN_MOTION"
    })
    void each_of_their_words_has_one_meaning(String word, Status status) {
        var id = created();
        fake.status(id, word);
        assertThat(seen(id).status()).isEqualTo(status);
    }

    @Test
    void the_sum_is_told_where_it_is_certain() {
        var id = created();
        fake.takes(id, 100);
        fake.status(id, "CONFIRMED");
        assertThat(seen(id).amount()).isEqualTo(Money.rubles(1));
        fake.status(id, "PARTIAL_REFUNDED");
        assertThat(seen(id).amount()).isNull();
        fake.status(id, "PARTIAL_REVERSED");
        assertThat(seen(id).amount()).isNull();
    }

    @Test
    void an_end_without_money_says_why() {
        var id = created();
        fake.status(id, "DEADLINE_EXPIRED");
        assertThat(seen(id).decline()).isEqualTo(Decline.TERM_OVER);
        fake.status(id, "REJECTED");
        assertThat(seen(id).decline()).isEqualTo(Decline.NO_REASON);
        fake.status(id, "CONFIRMED");
        assertThat(seen(id).decline()).isNull();
    }

    @Test
    void what_cannot_be_seen_is_unknown() {
        assertThat(terminal.look(subject("1"))).isInstanceOf(Sight.Unknown.class);
        var id = created();
        fake.next(Misbehaviour.refuses(500), Misbehaviour.isOnly(Kind.WEB_PAGE), Misbehaviour.isOnly(Kind.DRIP));
        for (int time = 0; time < 3; time++) {
            assertThat(terminal.look(subject(id))).isInstanceOf(Sight.Unknown.class);
        }
    }

    @Test
    void an_order_whose_id_never_came_is_found_among_all_its_attempts() {
        var never = new Subject(ORDER, null, 3, NOW);
        assertThat(terminal.look(never)).isInstanceOf(Sight.Absent.class);
        fake.next(Misbehaviour.actsThenSays(500));
        terminal.create(charge(1, null));
        var paid = fake.lastPayment();
        fake.status(paid, "CONFIRMED");
        terminal.create(charge(2, null));
        var found = ((Sight.Found) terminal.look(never)).state();
        assertThat(found.providerId()).isEqualTo(paid);
        assertThat(found.status()).isEqualTo(Status.PAID);
        assertThat(found.orderId()).isEqualTo(ORDER);
        fake.next(Misbehaviour.refuses(500));
        assertThat(terminal.look(never)).isInstanceOf(Sight.Unknown.class);
    }

    @Test
    void money_goes_back_once_however_often_it_is_asked() {
        var id = created();
        fake.status(id, "CONFIRMED");
        var part = refund("R1", id, Money.rubles(990), Money.rubles(0));
        fake.next(Misbehaviour.actsThenIs(Kind.BREAK), Misbehaviour.actsThenSays(500));
        assertThat(terminal.refund(part)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(terminal.refund(part)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(terminal.lookAt(part)).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(fake.refundCount()).isEqualTo(1);
        assertThat(fake.lastRequest().body().path("Amount").asLong()).isEqualTo(99000);
        assertThat(fake.lastRequest().body().path("ExternalRequestId").asString())
                .isEqualTo("R1");

        assertThat(terminal.refund(refund("R2", id, Money.rubles(2000), Money.rubles(990))))
                .isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(fake.statusOf(id)).isEqualTo("REFUNDED");
    }

    @Test
    void a_refund_of_everything_names_no_sum_and_may_take_its_time() {
        var id = created();
        fake.status(id, "CONFIRMED");
        fake.slowRefunds();
        var whole = refund("R1", id, PRICE, Money.rubles(0));
        assertThat(terminal.refund(whole)).isInstanceOf(RefundOutcome.Pending.class);
        assertThat(fake.lastRequest().body().path("Amount").isMissingNode()).isTrue();
        fake.finishRefund(id);
        assertThat(terminal.lookAt(whole)).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(fake.refundCount()).isEqualTo(1);
    }

    @Test
    void more_than_is_left_is_not_given_back() {
        var id = created();
        fake.status(id, "CONFIRMED");
        assertThat(terminal.refund(refund("R1", id, Money.rubles(2991), Money.rubles(0))))
                .isInstanceOf(RefundOutcome.Refused.class);
    }
}
