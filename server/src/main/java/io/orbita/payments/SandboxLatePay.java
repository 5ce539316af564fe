package io.orbita.payments;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The payer whose bank refused at first pays after all. */
@Component
class SandboxLatePay implements Due {
    static final String KIND = "payments.sandbox-late-pay";

    private final SandboxPlay play;

    SandboxLatePay(SandboxPlay play) {
        this.play = play;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        play.payLate(business, ref);
    }
}
