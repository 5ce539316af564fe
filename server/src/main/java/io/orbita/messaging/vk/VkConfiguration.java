package io.orbita.messaging.vk;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VkProperties.class)
class VkConfiguration {
    @Bean
    VkLine vkLine(VkProperties properties) {
        return new VkLine(properties);
    }
}
