package io.orbita.platform.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.orbita.platform.StartRefused;
import io.orbita.platform.jdbc.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.PriorityOrdered;

/** With {@code ORBITA_DATABASE_URL} set that server is used, otherwise we bring our own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final String GIVEN = "'${ORBITA_DATABASE_URL:}'.length() > 0";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(GIVEN)
    static class Given {
        @Bean
        DatabaseAddress database(@Value("${ORBITA_DATABASE_URL}") String url) {
            return DatabaseAddress.parse("ORBITA_DATABASE_URL", url);
        }

        @Bean
        FlywayConnectionDetails owner(@Value("${ORBITA_DATABASE_OWNER_URL:}") String url) {
            if (url.isBlank()) {
                throw new StartRefused("ORBITA_DATABASE_URL is set, so ORBITA_DATABASE_OWNER_URL must be too: tables"
                        + " belong to another role than the one the application works with");
            }
            return DatabaseAddress.parse("ORBITA_DATABASE_OWNER_URL", url).forMigrations();
        }

        @Bean
        FlywayMigrationStrategy lookBeforeMigrating(
                DatabaseAddress database, @Value("${ORBITA_DATABASE_OWNER_URL:}") String owner) {
            var server = new GivenServer(database, DatabaseAddress.parse("ORBITA_DATABASE_OWNER_URL", owner));
            return flyway -> {
                try {
                    server.examine(GivenServer.OLDEST);
                } catch (SQLException e) {
                    throw new IllegalStateException("The given database cannot be looked at", e);
                }
                flyway.migrate();
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!(" + GIVEN + ")")
    static class Embedded {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        EmbeddedPostgres embeddedPostgres(@Value("${orbita.data}") Path data) {
            return EmbeddedPostgres.start(data.resolve("pg"));
        }

        @Bean
        @Primary
        DatabaseAddress database(EmbeddedPostgres server) {
            return new DatabaseAddress(server.url(), server.appUser(), server.appPassword());
        }

        @Bean
        FlywayConnectionDetails owner(EmbeddedPostgres server) {
            return new DatabaseAddress(server.url(), server.ownerUser(), server.ownerPassword()).forMigrations();
        }
    }

    /** Whoever works with the database gets connections that name their business; the migrations have their own. */
    @Bean
    static TenantConnections tenantConnections() {
        return new TenantConnections();
    }

    /** First of all, so that whatever else wraps the pool wraps this. */
    static final class TenantConnections implements BeanPostProcessor, PriorityOrdered {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new TenantDataSource(pool) : bean;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    /** Migrations grant to the role that the application works with, whatever its name is on a given server. */
    @Bean
    FlywayConfigurationCustomizer applicationRole(JdbcConnectionDetails database) {
        return flyway -> flyway.placeholders(java.util.Map.of("app_role", String.valueOf(database.getUsername())));
    }
}
