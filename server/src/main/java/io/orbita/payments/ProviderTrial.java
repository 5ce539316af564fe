package io.orbita.payments;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether the keys of a provider work: it is asked about an order that cannot exist. */
@Component
class ProviderTrial {
    private final ProviderAccounts accounts;
    private final Clock clock;

    ProviderTrial(ProviderAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Finding of(BusinessId business, ProviderKind kind) {
        var provider = accounts.open(business, kind);
        if (provider.isEmpty()) {
            return new Finding(false, "Заполните оба поля: без них провайдер нас не узнает.");
        }
        var nobody = new Subject(PublicId.next(business), null, 1, clock.instant());
        return switch (provider.get().look(nobody)) {
            case Sight.Absent absent -> new Finding(true, "Ключи подходят, провайдер отвечает.");
            case Sight.Found found -> new Finding(true, "Ключи подходят, провайдер отвечает.");
            case Sight.Unknown unknown ->
                new Finding(false, "Провайдер не отвечает или не принимает ключи. Проверьте их и попробуйте ещё раз.");
        };
    }
}
