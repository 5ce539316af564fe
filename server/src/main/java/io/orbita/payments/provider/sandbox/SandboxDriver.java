package io.orbita.payments.provider.sandbox;

import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the toy tills of sandbox businesses. */
@Component
public class SandboxDriver implements ProviderDriver {
    private final SandboxBooks books;
    private final Clock clock;
    private final String base;

    SandboxDriver(SandboxBooks books, Clock clock, @Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.books = books;
        this.clock = clock;
        this.base = base.replaceAll("/+$", "");
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.SANDBOX;
    }

    @Override
    public PaymentProvider open(ProviderAccount account) {
        return new SandboxTill(books, clock, account, business(account), URI.create(base + "/sandbox/pay/"));
    }

    @Override
    public Optional<String> claimedOrder(byte[] body) {
        return SandboxNotice.order(body);
    }

    /** What the till would report about the order as it stands; empty when there is nothing to report. */
    public Optional<byte[]> notification(ProviderAccount account, String orderId) {
        return books.find(business(account), orderId)
                .map(entry -> SandboxTill.state(entry, clock.instant()))
                .filter(state -> state.status() != ProviderState.Status.PENDING)
                .flatMap(state -> Optional.ofNullable(state.amount())
                        .map(amount -> SandboxNotice.write(orderId, state.status(), amount, account.requiredSecret())));
    }

    private static BusinessId business(ProviderAccount account) {
        return new BusinessId(Long.parseLong(account.login()));
    }
}
