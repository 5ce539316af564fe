package io.orbita.payments;

import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.manual.ManualDriver;
import io.orbita.payments.provider.tbank.TBankDriver;
import io.orbita.payments.provider.yookassa.YooKassaDriver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the providers are and how patient we are with them; the same for all businesses. */
@Configuration(proxyBeanMethods = false)
class ProvidersConfiguration {

    /** @param authorities a PEM file with further authorities to trust: Russian banks move to a national one */
    @Bean
    ProviderHttp providerHttp(
            @Value("${orbita.payments.connect-timeout:3s}") Duration connect,
            @Value("${orbita.payments.read-timeout:12s}") Duration read,
            @Value("${orbita.payments.extra-authorities:}") String authorities) {
        return new ProviderHttp(connect, read, authorities.isBlank() ? null : Authorities.with(Path.of(authorities)));
    }

    /** @param senders where its notifications may come from; empty: from anywhere, for they prove nothing by themselves */
    @Bean
    ProviderDriver yookassa(
            ProviderHttp http,
            @Value("${orbita.payments.yookassa.url:https://api.yookassa.ru/v3}") URI base,
            @Value("${orbita.payments.yookassa.senders:}") List<String> senders) {
        return new YooKassaDriver(http, base, Networks.of(senders));
    }

    @Bean
    ProviderDriver tbank(
            ProviderHttp http, @Value("${orbita.payments.tbank.url:https://securepay.tinkoff.ru/v2}") URI base) {
        return new TBankDriver(http, base);
    }

    @Bean
    ProviderDriver manual() {
        return new ManualDriver();
    }
}
