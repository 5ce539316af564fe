package io.orbita.messaging;

import io.orbita.OrbitaTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The application with Telegram on loopback and an answerer that a test scripts; one context for all tests of the room. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OrbitaTest
@Import(MessagingWorld.class)
public @interface MessagingTest {}
