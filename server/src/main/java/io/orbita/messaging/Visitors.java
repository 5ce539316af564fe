package io.orbita.messaging;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Visitors of a site: a signed token that the page keeps, no cookie. It proves that two requests come from one browser, nothing else. The site gives it
 * out, the chat on the site goes by it.
 */
@Component
public class Visitors {
    private static final String PURPOSE = "site.visitor";

    private final Vault vault;

    Visitors(Vault vault) {
        this.vault = vault;
    }

    /** The token of a new visitor. */
    public String fresh(BusinessId business) {
        return token(PublicId.next(business));
    }

    /** The id of the visitor, when the token is one of ours for this business. */
    public Optional<String> read(BusinessId business, @Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        int dot = token.indexOf('.');
        String id = dot < 0 ? token : token.substring(0, dot);
        boolean ours = dot > 0
                && PublicId.business(id).filter(business::equals).isPresent()
                && vault.signed(PURPOSE, id, token.substring(dot + 1));
        return ours ? Optional.of(id) : Optional.empty();
    }

    private String token(String id) {
        return id + "." + vault.sign(PURPOSE, id);
    }
}
