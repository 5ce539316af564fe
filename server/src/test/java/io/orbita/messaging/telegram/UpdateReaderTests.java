package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.messaging.channel.Received;
import io.orbita.messaging.channel.Received.ChatKind;
import io.orbita.messaging.channel.Received.MediaKind;
import io.orbita.messaging.channel.Received.Sender;
import io.orbita.messaging.channel.Received.What;
import io.orbita.messaging.telegram.UpdateReader.Reading;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private final UpdateReader reader = new UpdateReader("telegram");

    @Test
    void words_come_with_everything_that_is_known_of_the_sender() {
        assertThat(read("text"))
                .isEqualTo(new Received(
                        "telegram",
                        "515000777",
                        "515000777",
                        ChatKind.PRIVATE,
                        900101,
                        "41",
                        null,
                        Instant.ofEpochSecond(1790000041),
                        new Sender("Вера", "Лисова", "vera_lis", "ru"),
                        new What.Text("Хочу программу дома, без железа 💪")));
    }

    @Test
    void a_command_is_told_from_words() {
        assertThat(read("start").what()).isEqualTo(new What.Command("start", ""));
        assertThat(read("start-payload").what()).isEqualTo(new What.Command("start", "ref_Ab-19"));
        assertThat(read("command-to-bot").what()).isEqualTo(new What.Command("help", "что делать"));
        assertThat(read("command-to-another-bot").what()).isEqualTo(new What.Text("/help@other_bot"));
        assertThat(content("{\"text\":\"/\"}")).isEqualTo(new What.Text("/"));
        assertThat(content("{\"text\":\"/стоп\"}")).isEqualTo(new What.Text("/стоп"));
        assertThat(content("{\"text\":\"5/3\"}")).isEqualTo(new What.Text("5/3"));
    }

    @Test
    void a_press_has_no_time_of_its_own() {
        var press = read("press");
        assertThat(press.what()).isEqualTo(new What.Press("q:gender:f", "2211000515000777001", "47"));
        assertThat(press.messageId()).isNull();
        assertThat(press.sentAt()).isEqualTo(NOW);
    }

    @Test
    void a_press_under_an_inaccessible_or_absent_message_counts_too() {
        assertThat(read("press-inaccessible").what()).isEqualTo(new What.Press("menu", "2211000515000777002", "5"));
        var inline = read("press-inline");
        assertThat(inline.what()).isEqualTo(new What.Press("menu", "2211000515000777003", null));
        assertThat(inline.chatId()).isEqualTo("515000777");
    }

    @Test
    void a_phone_is_the_senders_own_only_when_telegram_says_so() {
        assertThat(read("contact-own").what()).isEqualTo(new What.Contact("+79030000001", true));
        assertThat(read("contact-foreign").what()).isEqualTo(new What.Contact("+79030000002", false));
        assertThat(read("contact-unknown-owner").what()).isEqualTo(new What.Contact("+79030000003", false));
    }

    @ParameterizedTest
    @CsvSource({
        "photo,PHOTO,AgACAgIAAxpl",
        "document,DOCUMENT,BQACAgIAAxd",
        "voice,VOICE,AwACAgIAAxv",
        "video,VIDEO,BAACAgIAAxw",
        "video-note,VIDEO_NOTE,DQACAgIAAxn",
        "animation,ANIMATION,CgACAgIAAxa",
        "sticker,STICKER,CAACAgIAAxs",
        "location,LOCATION,",
        "venue,VENUE,",
        "poll,POLL,"
    })
    void media_keep_their_kind_and_the_largest_file(String name, MediaKind kind, String fileId) {
        assertThat(read(name).what()).isInstanceOfSatisfying(What.Media.class, media -> {
            assertThat(media.kind()).isEqualTo(kind);
            assertThat(media.fileId()).isEqualTo(fileId);
        });
    }

    @Test
    void captions_names_and_replies_are_kept() {
        assertThat(read("photo").what()).extracting("caption").isEqualTo("Это я");
        assertThat(read("document").what()).extracting("fileName").isEqualTo("анализы.pdf");
        assertThat(read("reply").replyTo()).isEqualTo("40");
    }

    @Test
    void edits_and_blocks_are_no_answers() {
        assertThat(read("edited").what()).isEqualTo(new What.Edited("Хочу программу в зале"));
        assertThat(read("edited").messageId()).isEqualTo("41");
        assertThat(read("blocked").what()).isEqualTo(new What.Blocked());
        assertThat(read("unblocked").what()).isEqualTo(new What.Unblocked());
    }

    @Test
    void what_nobody_understands_is_named_or_ignored() {
        assertThat(read("successful-payment").what()).isEqualTo(new What.Other("successful_payment"));
        assertThat(reading("channel-post")).isInstanceOf(Reading.Ignored.class);
        assertThat(reading("pre-checkout")).isInstanceOf(Reading.Ignored.class);
        assertThat(reading("future-kind")).isInstanceOf(Reading.Ignored.class);
        assertThat(read("group").chatKind()).isEqualTo(ChatKind.GROUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "12",
                "{",
                "{}",
                "{} {}",
                "{\"update_id\":\"7\"}",
                "{\"update_id\":-7}",
                "{\"update_id\":7.5}",
                "{\"update_id\":1e400}",
                "{\"update_id\":99999999999999999999}",
                "\u0000"
            })
    void what_is_no_update_is_unreadable(String json) {
        assertThat(reader.read(json, NOW, null)).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":7}",
                "{\"update_id\":7,\"message\":null}",
                "{\"update_id\":7,\"message\":[]}",
                "{\"update_id\":7,\"message\":{}}",
                "{\"update_id\":7,\"message\":{\"from\":{\"id\":\"1\"},\"chat\":{\"id\":1}}}",
                "{\"update_id\":7,\"message\":{\"from\":{\"id\":1e300},\"chat\":{\"id\":1}}}",
                "{\"update_id\":7,\"message\":{\"from\":{\"id\":1,\"is_bot\":true},\"chat\":{\"id\":1}}}",
                "{\"update_id\":7,\"callback_query\":{\"id\":5,\"from\":{\"id\":1},\"data\":\"x\"}}",
                "{\"update_id\":7,\"callback_query\":{\"id\":\"5\",\"from\":{\"id\":1}}}",
                "{\"update_id\":7,\"callback_query\":{\"id\":\"5\",\"data\":\"x\"}}"
            })
    void an_update_from_nobody_is_ignored(String json) {
        assertThat(reader.read(json, NOW, null)).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void hostile_values_become_harmless() {
        var long_ = "я".repeat(200_000);
        assertThat(content("{\"text\":\"" + long_ + "\"}"))
                .isInstanceOfSatisfying(
                        What.Text.class, it -> assertThat(it.text()).hasSize(4096));
        assertThat(content("{\"text\":\"a\\u0000b\\ud800c\\u202Ed\\r\\ne\"}"))
                .isEqualTo(new What.Text("ab\uFFFDcd\ne"));
        assertThat(content("{\"text\":\" \\n \"}")).isEqualTo(new What.Other("blank"));
        assertThat(content("{\"text\":{\"x\":1},\"photo\":\"no\"}"))
                .isEqualTo(new What.Media(MediaKind.PHOTO, null, null, null));
        assertThat(content("{\"contact\":{\"phone_number\":\"12\"}}")).isEqualTo(new What.Other("contact"));
        assertThat(content("{\"date\":1,\"<b>x\":1}")).isEqualTo(new What.Other("unknown"));
        assertThat(message("{\"text\":\"a\",\"date\":9e18}").sentAt()).isEqualTo(NOW);
        assertThat(message("{\"text\":\"a\",\"date\":99999999999999}").sentAt()).isEqualTo(NOW);
        assertThat(message("{\"text\":\"a\",\"message_id\":\"x\"}").messageId()).isNull();
    }

    @Test
    void deep_nesting_is_refused_not_overflown() {
        var deep = "{\"update_id\":7,\"message\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(reader.read(deep, NOW, null)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void no_damaged_update_throws() {
        var random = new Random(20261120);
        var names = new String[] {"text", "press", "contact-own", "photo", "edited", "blocked", "venue"};
        for (int round = 0; round < 5000; round++) {
            var json = new StringBuilder(Updates.json(names[random.nextInt(names.length)]));
            for (int damage = 0; damage < 1 + random.nextInt(4); damage++) {
                int at = random.nextInt(json.length());
                switch (random.nextInt(3)) {
                    case 0 -> json.deleteCharAt(at);
                    case 1 -> json.setCharAt(at, "{}[]\",:0-e".charAt(random.nextInt(10)));
                    default -> json.insert(at, "\"");
                }
            }
            assertThat(reader.read(json.toString(), NOW, "orbita_test_bot")).isNotNull();
        }
    }

    private Reading reading(String name) {
        return reader.read(Updates.json(name), NOW, "orbita_test_bot");
    }

    private Received read(String name) {
        return ((Reading.Read) reading(name)).message();
    }

    private Received message(String fields) {
        var json = "{\"update_id\":7,\"message\":{\"from\":{\"id\":1},\"chat\":{\"id\":1,\"type\":\"private\"},"
                + fields.substring(1) + "}";
        return ((Reading.Read) reader.read(json, NOW, null)).message();
    }

    private What content(String fields) {
        return message(fields).what();
    }
}
