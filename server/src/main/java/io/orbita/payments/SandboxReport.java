package io.orbita.payments;

import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.sandbox.SandboxDriver;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** Sends the sealed notification of the toy till the way every notification goes. */
@Component
class SandboxReport implements Due {
    static final String KIND = "payments.sandbox-report";

    private final SandboxDriver driver;
    private final ProviderAccounts accounts;
    private final Webhooks webhooks;

    SandboxReport(SandboxDriver driver, ProviderAccounts accounts, Webhooks webhooks) {
        this.driver = driver;
        this.accounts = accounts;
        this.webhooks = webhooks;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        accounts.account(business, ProviderKind.SANDBOX)
                .flatMap(account -> driver.notification(account, ref))
                .ifPresent(body -> webhooks.receive(ProviderKind.SANDBOX, null, new Notification(body, "127.0.0.1")));
    }
}
