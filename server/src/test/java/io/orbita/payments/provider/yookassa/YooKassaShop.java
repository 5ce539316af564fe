package io.orbita.payments.provider.yookassa;

import static io.orbita.payments.provider.Samples.charge;
import static io.orbita.payments.provider.Samples.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.FakeYooKassa;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.Samples;
import io.orbita.payments.provider.Secret;
import io.orbita.payments.provider.Sight;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A shop at a YooKassa that behaves as its description says, or as badly as a test wants. */
abstract class YooKassaShop {
    final FakeYooKassa fake = new FakeYooKassa();
    final PaymentProvider shop = shop(FakeYooKassa.KEY, false, List.of());

    @AfterEach
    void close() {
        fake.close();
    }

    PaymentProvider shop(String key, boolean test, List<String> senders) {
        return new YooKassaDriver(Samples.http(), fake.base(), Networks.of(senders))
                .open(new ProviderAccount(ProviderKind.YOOKASSA, FakeYooKassa.SHOP, new Secret(key), test));
    }

    String created() {
        assertThat(shop.create(charge())).isInstanceOf(Creation.Created.class);
        return fake.onlyPayment();
    }

    ProviderState seen(String id) {
        assertThat(shop.look(subject(id))).isInstanceOf(Sight.Found.class);
        return ((Sight.Found) shop.look(subject(id))).state();
    }
}
