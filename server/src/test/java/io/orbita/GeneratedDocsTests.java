package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orbita.platform.figures.Definition;
import io.orbita.platform.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The tables of errors and of configuration say what the code says. {@code ./orbita openapi} writes them anew. */
class GeneratedDocsTests {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    /** What each setting of the process means; a setting that is read but not explained here fails the test, and the other way round. */
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry(
                    "ORBITA_PUBLIC_URL",
                    "The same as `orbita.public-url`, from the environment: set it to the address that people type."),
            Map.entry(
                    "orbita.mail.private-hosts",
                    "Whether a business may name a mail server on this machine or in its network; where several businesses share the server, leave it off."),
            Map.entry(
                    "orbita.webhooks.private-addresses",
                    "Whether outgoing webhooks may go to this machine and its network, also by plain http; anybody who may make a webhook can then reach what is there."),
            Map.entry(
                    "orbita.webhooks.patience",
                    "How long one try of an outgoing webhook may take in all, connecting and answering."),
            Map.entry("orbita.google-sheets-url", "Base of Google Sheets, for a mirror."),
            Map.entry("orbita.data", "Folder of everything that outlives the process (`./orbita start --data DIR`)."),
            Map.entry(
                    "orbita.demo", "Whether the first start makes the two sample businesses (`--no-demo` says false)."),
            Map.entry("orbita.sandbox-clock", "Whether `POST /api/sandbox/clock` may move time (`--sandbox-clock`)."),
            Map.entry(
                    "orbita.public-url",
                    "Address under which people reach this server; the beginning of every link given out."),
            Map.entry("orbita.worker", "Whether this node does due work; switched off in tests."),
            Map.entry("orbita.rate-limits", "Whether the limits of requests hold; switched off in tests."),
            Map.entry("server.port", "Port of the web server (`./orbita start --port N`)."),
            Map.entry("server.address", "Address the web server binds to."),
            Map.entry(
                    "ORBITA_ADMIN_PASSWORD",
                    "Password of the logins that a first start makes; never changes that of a login that is there. Without it one is made and printed once."),
            Map.entry(
                    "ORBITA_DATABASE_URL",
                    "A PostgreSQL 15 or newer to use instead of the embedded one: `postgres://user:password@host:5432/database`, an ordinary role."),
            Map.entry(
                    "ORBITA_DATABASE_DIRECT_URL",
                    "The same database without a pooler between, for the one connection of a node that hears of changes; needed only where `ORBITA_DATABASE_URL` leads to a pooler in transaction mode."),
            Map.entry(
                    "orbita.live.look",
                    "How often a stream of events looks whether its session, key or token still stands."),
            Map.entry("orbita.live.heartbeat", "After how much silence a stream of events says that it is alive."),
            Map.entry(
                    "ORBITA_DATABASE_OWNER_URL",
                    "The same database as the owner of the tables, for migrations; needed with `ORBITA_DATABASE_URL`."),
            Map.entry(
                    "ORBITA_KEY_FILE",
                    "The file of keys; by default `<data>/keys/orbita.keys`, made at first start with mode 0600. A backup of the database needs it."),
            Map.entry("orbita.payments.connect-timeout", "How long a till may take to accept a connection."),
            Map.entry(
                    "orbita.payments.read-timeout",
                    "How long a till may take to answer; after that the outcome is unknown and asked about later."),
            Map.entry(
                    "orbita.payments.extra-authorities",
                    "PEM file of further certificate authorities for tills (T-Bank moves to Russian ones)."),
            Map.entry("orbita.payments.tbank.url", "Base of the T-Bank API."),
            Map.entry("orbita.payments.yookassa.url", "Base of the YooKassa API."),
            Map.entry(
                    "orbita.payments.yookassa.senders",
                    "Networks that YooKassa notifies from, as an additional barrier; empty for the published ones."),
            Map.entry(
                    "orbita.trusted-proxies",
                    "Networks of reverse proxies whose `X-Forwarded-For` is believed when the sender of a notification is checked."),
            Map.entry(
                    "ORBITA_MANAGEMENT_PORT",
                    "Port of `/actuator/health`, `/actuator/metrics` and `/actuator/prometheus`, on the loopback address only; -1 for none."),
            Map.entry(
                    "ORBITA_SANDBOX",
                    "`public` lets the sandbox of a business be used from other machines than this one."),
            Map.entry("ORBITA_TELEGRAM_API_URL", "Base of the Telegram Bot API, for an own Bot API server."),
            Map.entry("ORBITA_TELEGRAM_PROXY", "HTTP proxy for Telegram, `host:port`."),
            Map.entry("ORBITA_YOOKASSA_URL", "Base of the YooKassa API."),
            Map.entry(
                    "ORBITA_YOOKASSA_SENDERS",
                    "Address ranges, separated by commas, from which alone YooKassa's notifications are read; empty for all: they prove nothing by themselves."),
            Map.entry("ORBITA_TBANK_URL", "Base of T-Bank's acquiring protocol."),
            Map.entry(
                    "ORBITA_TRUSTED_AUTHORITIES",
                    "PEM file of further certificate authorities for the payment providers (Russian banks move to a national one)."));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.orbita");

    @Test
    void the_table_of_errors() throws IOException {
        String rows = classes.stream()
                .filter(type -> type.isAnnotatedWith(Refusal.Code.class))
                .map(type -> type.getAnnotationOfType(Refusal.Code.class))
                .sorted(Comparator.comparing(Refusal.Code::value))
                .map(code -> "| `" + code.value() + "` | " + code.status() + " | " + code.meaning() + " |")
                .collect(Collectors.joining("\n"));
        same("errors.md", """
                # Errors

                Every error is `application/problem+json` (RFC 9457) with `type`, `title`, `status`, `detail` in the caller's language, `code`, `errors` (one entry a field)
                and `trace_id`. A program goes by `code`; codes never change their meaning. Written from the code by `./orbita openapi`.

                | code | status | meaning |
                |---|---|---|
                """ + rows + "\n");
    }

    @Test
    void no_two_errors_share_a_code() {
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(Refusal.Code.class))
                        .map(type ->
                                type.getAnnotationOfType(Refusal.Code.class).value()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_table_of_figures() throws IOException {
        String rows = definitions()
                .sorted(Comparator.comparing(Definition::path))
                .map(figure -> "| `" + figure.path() + "` | " + figure.title() + " | " + figure.english() + " | "
                        + (figure.opens() ? "yes" : "") + " |")
                .collect(Collectors.joining("\n"));
        same("metrics.md", """
                # Figures

                What each figure of the API means; the definition stands next to the calculation and is given with the figure. Written from the code by `./orbita openapi`.

                For all of them: a day lasts from its first moment in the zone of the business to that of the next one, whatever the clocks do. A person of several cards counts once, also for the time before
                anybody knew; an erased client stays counted, without a name. A move that was taken back never was; a merge moves nobody: before it the person stood at the further of the two stages. Payments played
                with test keys count only in a sandbox business. A number that opens its people gives their list by the same parameters under `/people`: what they contribute adds up to the number.

                | figure | title | meaning | opens its people |
                |---|---|---|---|
                """ + rows + "\n");
    }

    @Test
    void every_figure_is_defined_once_in_words_of_both_languages() {
        assertThat(definitions().map(Definition::path)).doesNotHaveDuplicates();
        assertThat(definitions()).allSatisfy(figure -> {
            assertThat(figure.title()).as(figure.path()).isNotBlank();
            assertThat(figure.meaning()).as(figure.path()).endsWith(".");
            assertThat(figure.english()).as(figure.path()).endsWith(".");
        });
    }

    private Stream<Definition> definitions() {
        return classes.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Definition.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(Definition.class::cast);
    }

    @Test
    void the_table_of_settings() throws IOException {
        SortedMap<String, String> read = new TreeMap<>();
        Stream<String> inYaml = Stream.of(Files.readString(Path.of("src", "main", "resources", "application.yaml")));
        Stream.concat(inYaml, classes.stream().flatMap(GeneratedDocsTests::values))
                .forEach(value -> {
                    Matcher placeholder = PLACEHOLDER.matcher(value);
                    while (placeholder.find()) {
                        read.put(placeholder.group(1), placeholder.group(2) == null ? "" : placeholder.group(2));
                    }
                });
        assertThat(MEANING.keySet()).as("settings that are explained").containsAll(read.keySet());
        String rows = read.entrySet().stream()
                .map(setting -> "| `" + setting.getKey() + "` | "
                        + (setting.getValue().isEmpty() ? "" : "`" + setting.getValue() + "`") + " | "
                        + MEANING.get(setting.getKey()) + " |")
                .collect(Collectors.joining("\n"));
        same("configuration.md", """
                # Configuration

                Settings of the process, from the environment or as `--name=value`. What belongs to one business (bot token, payment keys, texts) is set in the business, not here.
                Written from the code by `./orbita openapi`.

                | setting | default | meaning |
                |---|---|---|
                """ + rows + "\n");
    }

    private static Stream<String> values(JavaClass type) {
        return type.getCodeUnits().stream()
                .map(JavaCodeUnit::getParameters)
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> parameter.isAnnotatedWith(Value.class))
                .map(parameter -> parameter.getAnnotationOfType(Value.class).value());
    }

    private static void same(String name, String written) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("orbita.openapi.write")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, written);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/" + name)
                .isEqualTo(written);
    }
}
