package io.orbita.businesses;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** How the rights of an endpoint are read. Both the door and the table of rights ask here, so that they cannot differ. */
final class Guard {
    private Guard() {}

    /** Whether the endpoint is for everybody; what a method says goes before what its class says. */
    static boolean isOpen(HandlerMethod method) {
        return method.getMethodAnnotation(Allowed.class) == null
                && (method.hasMethodAnnotation(Open.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class));
    }

    /** What is asked of the caller; null when nothing is said, and then nobody may. */
    static @Nullable Allowed allowed(HandlerMethod method) {
        Allowed own = method.getMethodAnnotation(Allowed.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
    }

    /** Whether a signed-in user of that role may. */
    static boolean may(Role role, Allowed allowed) {
        return Arrays.asList(allowed.value()).contains(role) || role == Role.ADMIN;
    }

    /** What a key needs. */
    static String scope(Allowed allowed, String httpMethod) {
        return allowed.scope() + (isRead(httpMethod) ? ":read" : ":write");
    }

    static boolean isRead(String httpMethod) {
        return "GET".equals(httpMethod) || "HEAD".equals(httpMethod);
    }
}
