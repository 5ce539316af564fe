package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OrbitaTest
class BotLinksTests {
    private final World world;
    private final Clients clients;
    private final BotLinks links;

    BotLinksTests(World world, Clients clients, BotLinks links) {
        this.world = world;
        this.clients = clients;
        this.links = links;
    }

    private ClientId arrive(Business business, Identity.Kind kind, String id) {
        return arrive(business, kind, id, kind == Identity.Kind.VISITOR ? "Анна" : "");
    }

    private ClientId arrive(Business business, Identity.Kind kind, String id, String name) {
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(kind, id),
                                new Newcomer(name, null, "site", Map.of()),
                                "form")
                        .client());
    }

    private String issue(Business business, ClientId visit) {
        return world.in(business, () -> links.issue(business.id(), visit));
    }

    private Optional<ClientId> redeem(Business business, String payload) {
        return world.in(business, () -> links.redeem(business.id(), payload));
    }

    private void join(Business business, ClientId visit, ClientId follower) {
        join(business, visit, follower, true);
    }

    private void join(Business business, ClientId visit, ClientId follower, boolean introduced) {
        world.run(business, () -> links.join(business.id(), visit, follower, introduced));
    }

    private ClientId standing(Business business, ClientId client) {
        return world.in(business, () -> clients.standing(business.id(), client));
    }

    @Test
    void a_link_names_the_client_of_its_visit_once() {
        Business business = world.business();
        ClientId visit = arrive(business, Identity.Kind.VISITOR, "v1");
        String payload = issue(business, visit);
        assertThat(payload).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9_-]+");
        assertThat(redeem(business, payload)).contains(visit);
        assertThat(redeem(business, payload)).isEmpty();
    }

    @Test
    void an_old_a_forged_and_a_strangers_link_are_only_text() {
        Business business = world.business();
        ClientId visit = arrive(business, Identity.Kind.VISITOR, "v1");
        String payload = issue(business, visit);
        assertThat(redeem(world.business(), payload)).isEmpty();
        char last = payload.charAt(40) == 'A' ? 'B' : 'A';
        assertThat(redeem(business, payload.substring(0, 40) + last + payload.substring(41)))
                .isEmpty();
        assertThat(redeem(business, "")).isEmpty();
        assertThat(redeem(business, "ref_42")).isEmpty();
        assertThat(redeem(business, "v".repeat(64))).isEmpty();
        world.clock().advance(Duration.ofHours(72).plusSeconds(1));
        assertThat(redeem(business, payload)).isEmpty();
    }

    @Test
    void who_follows_the_link_gets_what_the_visit_brought() {
        Business business = world.business();
        ClientId visit = arrive(business, Identity.Kind.VISITOR, "v1");
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(), visit, Identity.phone("+79161234567").orElseThrow(), false));
        ClientId follower = arrive(business, Identity.Kind.SANDBOX, "1");
        join(business, visit, follower);
        assertThat(standing(business, visit)).isEqualTo(follower);
        assertThat(world.in(business, () -> clients.contacts(business.id(), follower)))
                .isEqualTo(new Contacts("Анна", java.util.List.of("+79161234567"), java.util.List.of()));
    }

    @Test
    void how_they_called_themselves_on_the_site_counts_more_than_the_messengers_name_but_not_more_than_a_known_one() {
        Business business = world.business();
        ClientId newcomer = arrive(business, Identity.Kind.SANDBOX, "1", "kitty_2007");
        join(business, arrive(business, Identity.Kind.VISITOR, "v1"), newcomer, false);
        assertThat(name(business, newcomer)).isEqualTo("Анна");

        ClientId known = arrive(business, Identity.Kind.SANDBOX, "2", "Анна Смирнова");
        join(business, arrive(business, Identity.Kind.VISITOR, "v2"), known, true);
        assertThat(name(business, known)).isEqualTo("Анна Смирнова");

        ClientId nameless = arrive(business, Identity.Kind.SANDBOX, "3", "Вера");
        join(business, arrive(business, Identity.Kind.VISITOR, "v3", ""), nameless, false);
        assertThat(name(business, nameless)).isEqualTo("Вера");
    }

    private String name(Business business, ClientId client) {
        return world.in(business, () -> clients.contacts(business.id(), client)).name();
    }

    @Test
    void a_link_passed_on_to_a_friend_makes_no_one_person_of_two() {
        Business business = world.business();
        ClientId visit = arrive(business, Identity.Kind.VISITOR, "v1");
        ClientId owner = arrive(business, Identity.Kind.SANDBOX, "1");
        ClientId friend = arrive(business, Identity.Kind.SANDBOX, "2");
        join(business, visit, owner);
        join(business, visit, friend);
        assertThat(standing(business, visit)).isEqualTo(owner);
        assertThat(standing(business, friend)).isEqualTo(friend);
        join(business, owner, friend);
        assertThat(standing(business, owner)).isEqualTo(owner);
    }
}
