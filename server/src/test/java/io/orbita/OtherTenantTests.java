package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import io.orbita.walk.Walker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator of another business, with the real ids of this one, at every endpoint of the contract: nothing is shown and nothing changes. */
@OrbitaTest
class OtherTenantTests {
    private static final long CHAT = 650_001;
    private static final String NAME = "Клементина";

    private final World world;
    private final Fingerprint fingerprint;
    private final JdbcClient jdbc;
    private final Catalog catalog;

    OtherTenantTests(World world, Fingerprint fingerprint, JdbcClient jdbc, Catalog catalog) {
        this.world = world;
        this.fingerprint = fingerprint;
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    @Test
    void the_administrator_of_another_business_sees_and_changes_nothing() {
        Business mine = lived();
        Business theirs = world.business();
        String stranger = world.token(theirs, Role.ADMIN);
        Set<Long> ids = ids(mine, 3);
        ids.removeAll(ids(theirs, 1_000));
        assertThat(ids).hasSizeGreaterThan(10);
        var before = fingerprint.of(mine);
        var contract = new Contract(world);
        var soft = new SoftAssertions();
        contract.operations()
                .filter(operation -> operation.path().startsWith("/api/")
                        && !operation.path().contains("sandbox")
                        && !operation.path().contains("{version}")
                        && !operation.path().contains("public")
                        && !operation.path().contains("auth"))
                .sorted(Comparator.comparing(operation -> operation.method() != HttpMethod.GET))
                .forEach(operation -> {
                    Set<String> values = operation.hasVariable() ? asText(ids) : Set.of("1");
                    for (String id : values) {
                        var answer = world.call(
                                operation.method(),
                                operation.pathWith(id),
                                stranger,
                                operation.method() == HttpMethod.GET ? null : contract.sample(operation.body()));
                        String what = operation.method() + " " + operation.pathWith(id) + " -> " + answer.status();
                        soft.assertThat(answer.status()).as(what).isLessThan(500);
                        soft.assertThat(answer.body().toString())
                                .as(what)
                                .doesNotContain(NAME)
                                .doesNotContain(mine.slug());
                        if (operation.hasVariable() && operation.method() == HttpMethod.GET) {
                            soft.assertThat(answer.status()).as(what).isBetween(400, 499);
                        }
                    }
                });
        soft.assertAll();
        assertThat(fingerprint.of(mine)).isEqualTo(before);
    }

    /** A business in which everything has happened once. */
    private Business lived() {
        Business business = world.business();
        world.run(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft("Программа", "", Money.rubles(990), 3, List.of(), 12, null, null, true)));
        var walker = new Walker(world.url(), business.slug(), CHAT, NAME, world::drain);
        walker.say("/start");
        walker.press("бесплатную программу");
        walker.answerAll();
        walker.press("Купить");
        String admin = world.token(business, Role.ADMIN);
        world.post("/api/api-keys", admin, Map.of("name", "ключ", "scopes", List.of("clients:read")));
        world.post("/api/promocodes", admin, Map.of("code", "ЛЕТО", "percent", 10));
        return business;
    }

    private Set<Long> ids(Business business, int most) {
        Set<Long> ids = new TreeSet<>();
        for (String table : fingerprint.of(business).keySet()) {
            boolean has =
                    jdbc.sql("""
                            select exists (select 1 from information_schema.columns
                                            where table_schema || '.' || table_name = :name and column_name = 'id' and data_type = 'bigint')
                            """).param("name", table).query(Boolean.class).single();
            if (has) {
                ids.addAll(world.in(
                        business,
                        () -> jdbc.sql("select id from " + table + " order by id desc limit :most")
                                .param("most", most)
                                .query(Long.class)
                                .list()));
            }
        }
        return ids;
    }

    private static Set<String> asText(Set<Long> ids) {
        var texts = new TreeSet<String>();
        ids.forEach(id -> texts.add(String.valueOf(id)));
        return texts;
    }
}
