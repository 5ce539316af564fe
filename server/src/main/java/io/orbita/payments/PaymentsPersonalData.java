package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payments are given out in an export; what the law requires of them stays, the address of the receipt does not. */
@Component
@Transactional
class PaymentsPersonalData implements PersonalData {
    private final Payments payments;
    private final Clients clients;
    private final JdbcClient jdbc;

    PaymentsPersonalData(Payments payments, Clients clients, JdbcClient jdbc) {
        this.payments = payments;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "payments";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        return Map.of(
                "payments", payments.of(business, client, Page.MAX_LIMIT, null).items());
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        var members = clients.members(business, client);
        jdbc.sql("""
                        update payments.payment set receipt_contact = null
                         where business_id = :business and client_id in (:clients)
                        """)
                .param("business", business.value())
                .param("clients", members)
                .update();
        jdbc.sql("""
                        update payments.refund set reason = null
                         where business_id = :business
                           and payment_id in (select id from payments.payment
                                               where business_id = :business and client_id in (:clients))
                        """)
                .param("business", business.value())
                .param("clients", members)
                .update();
    }
}
