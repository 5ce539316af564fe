package io.orbita.platform.crypto;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
    @Bean
    Keys keys(@Value("${orbita.data}") Path data, @Value("${ORBITA_KEY_FILE:}") String keyFile) {
        return Keys.at(keyFile.isBlank() ? data.resolve("keys").resolve("orbita.keys") : Path.of(keyFile));
    }

    @Bean
    Vault vault(Keys keys) {
        return new Vault(keys);
    }
}
