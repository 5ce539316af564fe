package io.orbita;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole application on a real database and a real port, one context for all tests of a run. The clock stands still until a test moves it, due work
 * is done when a test says {@link World#drain}; each test makes businesses of its own, so none has to clean up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "orbita.worker=false",
            "orbita.google-sheets-url=http://127.0.0.1:1",
            "orbita.demo=false",
            "orbita.rate-limits=false",
            "orbita.mail.private-hosts=true",
            "orbita.webhooks.private-addresses=true",
            "orbita.webhooks.patience=2s",
            "orbita.live.look=50ms",
            "orbita.live.heartbeat=500ms",
            "orbita.data=target/test-data",
            "springdoc.api-docs.enabled=true",
            "db-scheduler.enabled=false",
            "ORBITA_ADMIN_PASSWORD=first-password",
            "logging.level.io.orbita=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestWorld.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface OrbitaTest {}
