package io.orbita.businesses;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may call an endpoint, on the method or for the whole controller (the method wins). An endpoint under {@code /api} with neither this nor
 * {@link Open} is refused to everybody. The administrator of a business is always among the allowed, the platform administrator only when named.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    /** Roles besides {@link Role#ADMIN}. */
    Role[] value() default {};

    /** What an API key needs: {@code <scope>:read} for GET, {@code <scope>:write} for all else. */
    String scope();
}
