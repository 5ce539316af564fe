package io.orbita.businesses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may what, in words. Read from the very guards that stand before the endpoints: what asks for the same scope of the same roles is one right. When a
 * guard changes so that another right arises, it has no words until somebody writes them, and a test says so.
 */
@Component
class Rights {
    /** What a role may. */
    record Right(String scope, String access, String text, String textEn, List<String> endpoints) {}

    /** A scope of keys. */
    record Scope(String scope, String text, String textEn) {}

    /** A set of endpoints with one guard; {@code roles} is never empty: the administrator is always among them. */
    record Group(String scope, String access, Set<Role> roles, List<String> endpoints) {
        /** {@code pipeline:write/admin,manager,trainer}. */
        String key() {
            return scopeAndAccess() + "/"
                    + roles.stream()
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(","));
        }

        String scopeAndAccess() {
            return scope + ":" + access;
        }
    }

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    Rights(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** All rights of a role, by scope, reading before writing. */
    List<Right> of(Role role) {
        return groups().stream()
                .filter(group -> group.roles().contains(role))
                .map(group -> {
                    RightsInWords.Words words = RightsInWords.of(group);
                    return new Right(
                            group.scope(), group.access(), words.russian(), words.english(), group.endpoints());
                })
                .toList();
    }

    /** Every scope that an endpoint asks for: {@code clients:read}. */
    Set<String> scopes() {
        return groups().stream().map(Group::scopeAndAccess).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Scope> scopesInWords() {
        SortedMap<String, List<RightsInWords.Words>> byScope = new TreeMap<>();
        groups().forEach(group -> byScope.computeIfAbsent(group.scopeAndAccess(), ignored -> new ArrayList<>())
                .add(RightsInWords.of(group)));
        return byScope.entrySet().stream()
                .map(scope -> new Scope(
                        scope.getKey(),
                        scope.getValue().stream()
                                .map(RightsInWords.Words::russian)
                                .collect(Collectors.joining("; ")),
                        scope.getValue().stream()
                                .map(RightsInWords.Words::english)
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    /** Everything that is guarded, the widest right of a scope first. */
    List<Group> groups() {
        SortedMap<String, Group> groups = new TreeMap<>();
        mapping.getObject().getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("io.orbita.") || Guard.isOpen(handler)) {
                return;
            }
            Allowed allowed = Guard.allowed(handler);
            if (allowed == null) {
                return;
            }
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> info.getPatternValues().forEach(path -> {
                        Group one = new Group(
                                allowed.scope(),
                                Guard.isRead(method.name()) ? "read" : "write",
                                roles(allowed),
                                new ArrayList<>());
                        groups.computeIfAbsent(one.key(), ignored -> one)
                                .endpoints()
                                .add(method.name() + " " + path);
                    }));
        });
        groups.values().forEach(group -> group.endpoints().sort(Comparator.naturalOrder()));
        return groups.values().stream()
                .sorted(Comparator.comparing(Group::scopeAndAccess)
                        .thenComparing(group -> -group.roles().size())
                        .thenComparing(Group::key))
                .toList();
    }

    private static Set<Role> roles(Allowed allowed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (Guard.may(role, allowed)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
