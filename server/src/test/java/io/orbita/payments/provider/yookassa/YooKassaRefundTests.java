package io.orbita.payments.provider.yookassa;

import static io.orbita.payments.provider.Samples.ORDER;
import static io.orbita.payments.provider.Samples.PRICE;
import static io.orbita.payments.provider.Samples.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.platform.money.Money;
import org.junit.jupiter.api.Test;

/** Money on its way back. */
class YooKassaRefundTests extends YooKassaShop {
    @Test
    void money_goes_back_once_however_often_it_is_asked() {
        var id = created();
        fake.pay(id);
        var refund = refund("R1", id, Money.rubles(990), Money.rubles(0));
        fake.next(Misbehaviour.actsThenIs(Kind.SILENCE), Misbehaviour.actsThenSays(500));
        assertThat(shop.refund(refund)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(shop.refund(refund)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(shop.lookAt(refund)).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(fake.refundCount()).isEqualTo(1);
        assertThat(fake.lastRequest().idempotenceKey()).isEqualTo("refund-R1");
        assertThat(fake.lastRequest()
                        .body()
                        .path("receipt")
                        .path("items")
                        .path(0)
                        .path("amount")
                        .path("value"))
                .hasToString("\"990.00\"");

        var rest = refund("R2", id, Money.rubles(2000), Money.rubles(990));
        assertThat(shop.refund(rest)).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(seen(id).status()).isEqualTo(Status.REFUNDED);
    }

    @Test
    void more_than_is_left_is_not_given_back() {
        var id = created();
        fake.pay(id);
        var refused = (RefundOutcome.Refused) shop.refund(refund("R1", id, Money.rubles(2991), Money.rubles(0)));
        assertThat(refused.code()).isEqualTo("yookassa.invalid_request:amount");
    }

    @Test
    void a_refund_may_take_its_time_and_may_fail() {
        var id = created();
        fake.pay(id);
        fake.nextRefundIs("pending");
        var pending = (RefundOutcome.Pending) shop.refund(refund("R1", id, PRICE, Money.rubles(0)));
        fake.finishRefund(id);
        var known = new Refund("R1", ORDER, id, pending.refundId(), PRICE, Money.rubles(0), PRICE, "Возврат", null);
        assertThat(shop.lookAt(known)).isEqualTo(new RefundOutcome.Refunded(pending.refundId()));

        fake.nextRefundIs("canceled");
        fake.refundedOutside(id, Money.rubles(0));
        assertThat(shop.refund(refund("R2", id, PRICE, Money.rubles(0)))).isInstanceOf(RefundOutcome.Refused.class);
    }
}
