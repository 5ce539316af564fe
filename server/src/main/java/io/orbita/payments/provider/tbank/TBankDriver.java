package io.orbita.payments.provider.tbank;

import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderKind;
import java.net.URI;
import java.util.Optional;

/** Opens terminals of T-Bank. */
public final class TBankDriver implements ProviderDriver {

    private final ProviderHttp http;
    private final URI base;

    /** @param base {@code https://securepay.tinkoff.ru/v2}, or a fake */
    public TBankDriver(ProviderHttp http, URI base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.TBANK;
    }

    @Override
    public PaymentProvider open(ProviderAccount account) {
        return new TBank(new TBankApi(http, base, account), account);
    }

    @Override
    public Optional<String> claimedOrder(byte[] body) {
        return TBankScalars.read(body)
                .map(scalars -> TBankOrder.ours(scalars.getOrDefault("OrderId", "")))
                .filter(order -> !order.isEmpty());
    }

    /** Anything else than these two letters is repeated to us for a month. */
    @Override
    public String acknowledgement() {
        return "OK";
    }
}
