package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.cors.CorsUtils;

/** The sites whose pages may call the open endpoints of a business: where its widget stands. */
@Component
public class WebOrigins {
    private static final int LONGEST_HOST = 253;

    private final JdbcClient jdbc;

    WebOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An origin as browsers write it: scheme, host in lower case and ASCII, the port unless it is the usual one. Takes what people paste, a whole address included.
     *
     * @return empty when it is no http address
     */
    public static Optional<String> read(@Nullable String text) {
        if (text == null || text.length() > 2_000) {
            return Optional.empty();
        }
        String given = text.strip();
        int scheme = given.indexOf("://");
        if (scheme < 0
                || !Set.of("http", "https").contains(given.substring(0, scheme).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String authority = given.substring(scheme + 3).split("[/?#]", 2)[0];
        try {
            // A host in Cyrillic is none to URI, while people paste it.
            int port = authority.lastIndexOf(':');
            boolean hasPort = port > authority.lastIndexOf(']');
            String host = hasPort ? authority.substring(0, port) : authority;
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            return origin(
                    new URI(given.substring(0, scheme) + "://" + ascii + (hasPort ? authority.substring(port) : "")));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> origin(URI address) {
        String host = address.getHost();
        if (host == null
                || host.length() > LONGEST_HOST
                || address.getUserInfo() != null
                || address.getPort() > 65_535) {
            return Optional.empty();
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() == (scheme.equals("https") ? 443 : 80) || address.getPort() < 0;
        return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + address.getPort()));
    }

    /** From now on these and no others, as {@link #read} gives them. */
    @Transactional
    public void replace(BusinessId business, Collection<String> origins) {
        jdbc.sql("delete from businesses.web_origin where business_id = :business")
                .param("business", business.value())
                .update();
        new TreeSet<>(origins)
                .forEach(origin -> jdbc.sql(
                                "insert into businesses.web_origin (business_id, origin) values (:business, :origin)")
                        .param("business", business.value())
                        .param("origin", origin)
                        .update());
    }

    /** Those of the business, in the order of the alphabet. */
    @Transactional(readOnly = true)
    public List<String> of(BusinessId business) {
        return jdbc.sql("select origin from businesses.web_origin where business_id = :business order by origin")
                .param("business", business.value())
                .query(String.class)
                .list();
    }

    /**
     * Lets in a request that names the business: from our own pages, from no browser at all, or from a page of a listed site.
     *
     * @throws OriginNotListed when a page of another site sent it
     */
    public void admit(BusinessId business, HttpServletRequest request) {
        if (!CorsUtils.isCorsRequest(request)) {
            return;
        }
        String origin = read(request.getHeader(HttpHeaders.ORIGIN)).orElseThrow(OriginNotListed::new);
        if (!of(business).contains(origin)) {
            throw new OriginNotListed();
        }
    }

    /** Whether any business lists it: all that a preflight can be answered by. */
    boolean isKnown(String origin) {
        return jdbc.sql("select exists (select 1 from businesses.web_origin where origin = :origin)")
                .param("origin", origin)
                .query(Boolean.class)
                .single();
    }
}
