package io.orbita.businesses;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of the panel that open a door once. The token stands behind the {@code #}: browsers send that to no server, so it is in no log. */
@Component
class StaffLinks {
    private final String base;

    StaffLinks(@Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    String invitation(String token) {
        return base + "/admin/invitation#" + token;
    }

    String reset(String token) {
        return base + "/admin/password#" + token;
    }
}
