package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.businesses.StaffMember;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.messaging.ConversationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OrbitaTest
class StatsCommandTests {
    private final World world;
    private final Clients clients;
    private final StatsCommand stats;

    StatsCommandTests(World world, Clients clients, StatsCommand stats) {
        this.world = world;
        this.clients = clients;
        this.stats = stats;
    }

    private String say(Business business, @Nullable StaffMember staff, String arguments) {
        var call = new BotCall(business.id(), new ConversationId(1), new ClientId(1), 1, staff);
        var reply = world.in(business, () -> stats.onCommand(call, "stats", arguments));
        return reply.contents().isEmpty() ? "" : reply.contents().getFirst().text();
    }

    @Test
    void staff_sees_the_funnel_in_russian_and_others_see_nothing() {
        Business business = world.business();
        var trainer = new StaffMember(1, "Ольга", Role.TRAINER);
        for (String id : new String[] {"1", "2"}) {
            world.run(
                    business,
                    () -> clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.SANDBOX, id),
                            new Newcomer("А", null, "x", Map.of()),
                            "bot"));
        }
        assertThat(say(business, trainer, ""))
                .startsWith("За 7 дней до этапов дошли:\n• Первичный контакт — 2 клиента\n• Консультация — 0 клиентов")
                .contains("Сейчас на доске:\n• Первичный контакт — 2 клиента");
        assertThat(say(business, trainer, "1")).startsWith("Сегодня");
        assertThat(say(business, trainer, "21")).startsWith("За 21 день");
        assertThat(say(business, trainer, "0; drop table")).startsWith("За 7 дней");
        assertThat(say(business, trainer, "999")).startsWith("За 366 дней");
        assertThat(say(business, null, "")).isEmpty();
    }
}
