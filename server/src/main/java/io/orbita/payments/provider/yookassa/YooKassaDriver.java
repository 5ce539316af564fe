package io.orbita.payments.provider.yookassa;

import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderKind;
import java.net.URI;
import java.util.Optional;

/** Opens shops of YooKassa. */
public final class YooKassaDriver implements ProviderDriver {

    private final ProviderHttp http;
    private final URI base;
    private final Networks senders;

    /**
     * @param base {@code https://api.yookassa.ru/v3}, or a fake
     * @param senders where notifications may come from; empty: from anywhere, since they prove nothing anyway
     */
    public YooKassaDriver(ProviderHttp http, URI base, Networks senders) {
        this.http = http;
        this.base = base;
        this.senders = senders;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.YOOKASSA;
    }

    @Override
    public PaymentProvider open(ProviderAccount account) {
        return new YooKassa(new YooKassaApi(http, base, account), account, senders);
    }

    @Override
    public Optional<String> claimedOrder(byte[] body) {
        return YooKassaJson.orderId(ProviderHttp.parse(body).path("object"));
    }
}
