package io.orbita.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.spi.StaffMail;
import io.orbita.messaging.MessagingTest;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@MessagingTest
class StaffPostTests {
    private static final StaffMail.Letter LETTER =
            new StaffMail.Letter("key1", "lena@staff.test", "Приглашение", "Откройте https://orbita.test/x#secret");

    private final World world;
    private final Businesses businesses;
    private final MailAccounts accounts;
    private final StaffMail post;

    StaffPostTests(World world, Businesses businesses, MailAccounts accounts, StaffMail post) {
        this.world = world;
        this.businesses = businesses;
        this.accounts = accounts;
        this.post = post;
    }

    private Business real() {
        return businesses.create(
                "t-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящий", ZoneId.of("Europe/Moscow"), false);
    }

    private void connect(Business business, int port) {
        world.run(
                business,
                () -> accounts.set(
                        business.id(),
                        new MailAccounts.Kept(
                                "127.0.0.1", port, SmtpAccount.Security.NONE, null, "studio@orbita.test", "Студия"),
                        null));
    }

    private StaffMail.Outcome send(Business business) {
        return Tenancy.in(business.id(), () -> post.send(business.id(), LETTER));
    }

    private boolean isReady(Business business) {
        return Tenancy.in(business.id(), () -> post.isReady(business.id()));
    }

    @Test
    void a_letter_to_staff_goes_through_the_mail_server_of_the_business() throws Exception {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            Business business = real();
            assertThat(isReady(business)).isFalse();
            assertThat(send(business)).isEqualTo(StaffMail.Outcome.NEVER);
            connect(business, server.getSmtp().getPort());
            assertThat(isReady(business)).isTrue();
            assertThat(send(business)).isEqualTo(StaffMail.Outcome.SENT);
            var received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("Приглашение");
            assertThat(GreenMailUtil.getWholeMessage(received[0])).contains("lena@staff.test");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_down_is_tried_again_later() {
        Business business = real();
        connect(business, 1);
        assertThat(send(business)).isEqualTo(StaffMail.Outcome.LATER);
    }

    @Test
    void a_sandbox_keeps_one_letter_a_key() {
        Business business = world.business();
        assertThat(send(business)).isEqualTo(StaffMail.Outcome.SENT);
        assertThat(send(business)).isEqualTo(StaffMail.Outcome.SENT);
        assertThat(world.get("/api/sandbox/mail/" + business.slug(), null)
                        .body()
                        .path("items"))
                .hasSize(1);
    }
}
