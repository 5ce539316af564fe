package io.orbita.payments.provider.tbank;

import static io.orbita.payments.provider.Samples.ORDER;
import static io.orbita.payments.provider.Samples.PRICE;
import static io.orbita.payments.provider.Samples.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Samples;
import io.orbita.payments.provider.Secret;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TBankNotificationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakeTBank fake = new FakeTBank();
    private final TBankDriver driver = new TBankDriver(Samples.http(), fake.base());
    private final PaymentProvider terminal = driver.open(
            new ProviderAccount(ProviderKind.TBANK, FakeTBank.TERMINAL, new Secret(FakeTBank.PASSWORD), false));

    @AfterEach
    void close() {
        fake.close();
    }

    private String confirmed() {
        terminal.create(charge());
        fake.status(fake.lastPayment(), "CONFIRMED");
        return fake.lastPayment();
    }

    private Notice read(byte[] body) {
        return terminal.read(new Notification(body, "203.0.113.9"));
    }

    private Notice read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The sums are the rule applied by hand: values in the order of names, the password among them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret-1|{\"TerminalKey\":\"T1\",\"PaymentId\":\"77\"}|secret-177T1",
                "secret-2|{\"B\":true,\"A\":false,\"Amount\":100,\"Data\":{\"x\":1},\"L\":[1],\"N\":null,\"Token\":\"z\"}"
                        + "|false100truesecret-2",
                "secret-3|{\"Amount\":1.50,\"Ab\":\"\",\"Я\":\"ю\",\"a\":1e2}|1.50secret-31e2ю"
            })
    void a_token_is_the_hash_of_the_root_scalars_as_written(String password, String body, String joined)
            throws Exception {
        var scalars = TBankScalars.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        var expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8)));
        assertThat(TBankToken.of(scalars, new Secret(password))).isEqualTo(expected);
    }

    @Test
    void a_genuine_notification_proves_its_state() {
        var id = confirmed();
        assertThat(read(fake.notification(id)))
                .isEqualTo(new Notice.Proven(new ProviderState(id, ORDER, Status.PAID, PRICE, null, false, null)));
        assertThat(driver.claimedOrder(fake.notification(id))).contains(ORDER);
        assertThat(driver.acknowledgement()).isEqualTo("OK");
    }

    @Test
    void an_id_may_be_a_string_and_a_later_attempt_is_the_same_order() {
        var id = confirmed();
        var notice = fake.notice(id).put("PaymentId", id).put("OrderId", ORDER + ".2");
        var body = FakeTBank.sign(notice);
        assertThat(((Notice.Proven) read(body)).state().orderId()).isEqualTo(ORDER);
        assertThat(((Notice.Proven) read(body)).state().providerId()).isEqualTo(id);
        assertThat(driver.claimedOrder(body)).contains(ORDER);
    }

    @Test
    void nested_objects_and_fields_of_tomorrow_do_not_spoil_a_token() {
        var notice = fake.notice(confirmed()).put("FieldOfTomorrow", 1.50).put("Flag", true);
        notice.putObject("Data").put("contact", "1");
        notice.putArray("Receipts").add(1);
        notice.putNull("Nothing");
        assertThat(read(FakeTBank.sign(notice))).isInstanceOf(Notice.Proven.class);
    }

    @Test
    void a_rejection_says_why() {
        var id = confirmed();
        fake.status(id, "REJECTED");
        var state = ((Notice.Proven) read(fake.notification(id))).state();
        assertThat(state.status()).isEqualTo(Status.CANCELED);
        assertThat(state.decline()).isEqualTo(Decline.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amount", "OrderId", "Status", "PaymentId", "Success", "TerminalKey", "Pan"})
    void a_changed_field_breaks_the_token(String field) {
        var notice = (ObjectNode) JSON.readTree(fake.notification(confirmed()));
        notice.put(field, "1");
        assertThat(read(notice.toString())).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void an_added_field_breaks_the_token_too() {
        var notice = (ObjectNode) JSON.readTree(fake.notification(confirmed()));
        assertThat(read(notice.put("Extra", "").toString())).isInstanceOf(Notice.Proven.class);
        assertThat(read(notice.put("Extra", "1").toString())).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void a_missing_an_empty_and_a_foreign_token_are_all_wrong() {
        var notice = (ObjectNode) JSON.readTree(fake.notification(confirmed()));
        assertThat(read(notice.deepCopy().without("Token").toString())).isInstanceOf(Notice.Unproven.class);
        assertThat(read(notice.deepCopy().put("Token", "").toString())).isInstanceOf(Notice.Unproven.class);
        assertThat(read(notice.deepCopy().putNull("Token").toString())).isInstanceOf(Notice.Unproven.class);
        var other = driver.open(
                new ProviderAccount(ProviderKind.TBANK, FakeTBank.TERMINAL, new Secret("of another shop"), false));
        assertThat(other.read(new Notification(fake.notification(confirmed()), "")))
                .isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void an_empty_password_is_never_accepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("  "));
        var password = new Secret("x");
        assertThat(TBankToken.fits(Map.of(), password)).isFalse();
        assertThat(password).hasToString("***");
    }

    @Test
    void a_password_in_the_body_is_not_ours() {
        var notice = fake.notice(confirmed()).put("Password", "mine");
        var forged = TBankToken.sign(notice, new Secret("mine"));
        assertThat(read(forged.toString())).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void another_terminal_with_the_same_password_is_not_ours() {
        var notice = fake.notice(confirmed()).put("TerminalKey", "1700000000002");
        assertThat(read(FakeTBank.sign(notice))).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void a_lower_sum_is_told_and_not_hidden() {
        var notice = fake.notice(confirmed()).put("Amount", 100);
        assertThat(((Notice.Proven) read(FakeTBank.sign(notice))).state().amount())
                .isEqualTo(Money.rubles(1));
    }

    @Test
    void a_field_said_twice_is_not_read() {
        var body = text(fake.notification(confirmed()));
        assertThat(read(body.replaceFirst("\\{", "{\"Amount\":1,"))).isInstanceOf(Notice.Unproven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "[]", "null", "{", "{}{}", "{\"a\":", "\u0000", "{\"Token\":\"\"}"})
    void nonsense_is_not_read(String body) {
        assertThat(read(body)).isInstanceOf(Notice.Unproven.class);
        assertThat(driver.claimedOrder(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void a_flood_is_not_read() {
        assertThat(read(" ".repeat(100_000) + text(fake.notification(confirmed()))))
                .isInstanceOf(Notice.Unproven.class);
        assertThat(read("[".repeat(60_000))).isInstanceOf(Notice.Unproven.class);
        assertThat(read("{\"a\":" + "[".repeat(50_000))).isInstanceOf(Notice.Unproven.class);
    }

    @Test
    void genuine_news_of_receipts_and_cards_is_irrelevant() {
        var receipt = JSON.createObjectNode()
                .put("TerminalKey", FakeTBank.TERMINAL)
                .put("OrderId", ORDER)
                .put("Status", "RECEIPT")
                .put("PaymentId", 4500000001L)
                .put("FiscalNumber", 10);
        assertThat(read(FakeTBank.sign(receipt))).isInstanceOf(Notice.Irrelevant.class);
        var card = JSON.createObjectNode()
                .put("TerminalKey", FakeTBank.TERMINAL)
                .put("CustomerKey", "1")
                .put("Status", "COMPLETED");
        assertThat(read(FakeTBank.sign(card))).isInstanceOf(Notice.Irrelevant.class);
    }
}
