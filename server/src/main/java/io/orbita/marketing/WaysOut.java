package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signed link in our letters that ends them with one press. */
@Component
@Transactional
class WaysOut {
    static final String PATH = "/u/";

    private static final String PURPOSE = "marketing.way-out";
    private static final int SIGNATURE = 43;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final String publicUrl;

    WaysOut(
            JdbcClient jdbc,
            Vault vault,
            Clock clock,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The same for a client for ever: an old letter must still let its reader out. */
    public String link(BusinessId business, ClientId client) {
        String name = jdbc.sql("""
                        insert into marketing.way_out as w (business_id, client_id, name, made_at)
                        values (:business, :client, :name, :now)
                        on conflict (business_id, client_id) do update set made_at = w.made_at returning name
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("name", PublicId.next(business))
                .param("now", Sql.at(clock.instant()))
                .query(String.class)
                .single();
        return publicUrl + PATH + name + vault.sign(PURPOSE, name);
    }

    /** The business of a token that we signed; proven before anything is looked up. */
    Optional<BusinessId> business(String token) {
        return token.length() > SIGNATURE
                        && token.length() <= 80
                        && vault.signed(PURPOSE, name(token), token.substring(token.length() - SIGNATURE))
                ? PublicId.business(name(token))
                : Optional.empty();
    }

    /** Who it was made for, inside their business. */
    @Transactional(readOnly = true)
    public Optional<ClientId> client(BusinessId business, String token) {
        return jdbc.sql("select client_id from marketing.way_out where business_id = :business and name = :name")
                .param("business", business.value())
                .param("name", name(token))
                .query(Long.class)
                .optional()
                .map(ClientId::new);
    }

    private static String name(String token) {
        return token.substring(0, token.length() - SIGNATURE);
    }
}
