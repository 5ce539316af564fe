package io.orbita.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.TextFormat;
import io.orbita.platform.web.Invalid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A business names its mail server, and must not send us to one that only we can reach. */
@MessagingTest
class PrivateMailServerTests {
    private final World world;
    private final MailAccounts accounts;
    private final Clock clock;
    private final Business business;

    PrivateMailServerTests(World world, MailAccounts accounts, Clock clock) {
        this.world = world;
        this.accounts = accounts;
        this.clock = clock;
        this.business = world.business();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "LOCALHOST",
                "db.localhost",
                "10.0.0.5",
                "169.254.169.254",
                "127.1",
                "2130706433"
            })
    void a_server_that_is_private_at_sight_is_not_saved(String host) {
        assertThatThrownBy(() -> save(false, host))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        it -> assertThat(it.fields().getFirst().field()).isEqualTo("values.host"));
        assertThat(world.in(business, () -> accounts.kept(business.id()))).isEmpty();
        save(true, host);
        assertThat(world.in(business, () -> accounts.kept(business.id())))
                .as("the operator allows it")
                .isPresent();
    }

    @Test
    void a_name_is_saved_without_asking_what_it_means() {
        save(false, "smtp.yandex.ru");
        assertThat(world.in(business, () -> accounts.kept(business.id()))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(SmtpAccount.Security.class)
    void a_name_that_leads_into_our_network_is_not_called(SmtpAccount.Security security) throws IOException {
        var guarded = new Post(clock, new MailHosts(false));
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            var account = new SmtpAccount(
                    "localhost", server.getLocalPort(), security, null, null, "hello@studio.test", null);

            assertThat(guarded.send(account, letter()))
                    .isInstanceOfSatisfying(
                            Outcome.BotBroken.class, it -> assertThat(it.why()).contains("private network"));
            assertThat(guarded.greet(account)).isInstanceOf(Outcome.Wrong.class);

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void the_operator_may_allow_it() throws IOException {
        try (var server = new FakeSmtp("NOTHING", "")) {
            var account = new SmtpAccount(
                    "localhost", server.port(), SmtpAccount.Security.NONE, null, null, "hello@studio.test", null);
            assertThat(new Post(clock, new MailHosts(true)).send(account, letter()))
                    .isInstanceOf(Outcome.Sent.class);
        }
    }

    private void save(boolean privateToo, String host) {
        var integration = new MailIntegration(accounts, new MailHosts(privateToo), clock);
        world.run(business, () -> integration.save(business.id(), Map.of("host", host, "sender", "hello@studio.test")));
    }

    private static Letter letter() {
        return new Letter("m-1", "vera@client.test", "Тема", "Текст", TextFormat.PLAIN, List.of(), null);
    }
}
