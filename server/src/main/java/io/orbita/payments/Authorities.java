package io.orbita.payments;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust in TLS beside the usual authorities. */
final class Authorities {

    private Authorities() {}

    /**
     * The usual authorities of the JVM and those in the file.
     *
     * @param pem certificates in PEM, one after another
     * @throws StartRefused when it cannot be read: a wrong file must not end in fewer payments silently
     */
    static SSLContext with(Path pem) {
        try (var certificates = Files.newInputStream(pem)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var usual : ((X509TrustManager) trust(null).getTrustManagers()[0]).getAcceptedIssuers()) {
                store.setCertificateEntry("usual-" + number++, usual);
            }
            for (var added : CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
                store.setCertificateEntry("added-" + number++, added);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust(store).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new StartRefused(
                    "The certificates in " + pem + " (orbita.payments.extra-authorities) cannot be read: " + unreadable,
                    unreadable);
        }
    }

    private static TrustManagerFactory trust(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
