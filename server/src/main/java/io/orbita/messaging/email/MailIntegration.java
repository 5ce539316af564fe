package io.orbita.messaging.email;

import io.orbita.businesses.spi.Integration;
import io.orbita.messaging.channel.Outcome;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mail server of the business, on the page of integrations. */
@Component
class MailIntegration implements Integration {
    private static final String PASSWORD = "password";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])");

    /** Ports that mail is sent through: whoever may set a server must not knock on any other door of our network. */
    private static final List<String> PORTS = List.of("25", "465", "587", "2525");

    private static final List<String> SECURITIES = List.of("none", "starttls", "tls");

    private static final String PRIVATE =
            "Этот адрес ведёт во внутреннюю сеть сервера. Нужен почтовый сервер в интернете";

    private final MailAccounts accounts;
    private final MailHosts hosts;
    private final Post post;

    MailIntegration(MailAccounts accounts, MailHosts hosts, Clock clock) {
        this.accounts = accounts;
        this.hosts = hosts;
        this.post = new Post(clock, hosts);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String title() {
        return "Почта";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("host", "Сервер SMTP, например smtp.yandex.ru", false, true),
                new Field("port", "Порт: 465, 587, 25 или 2525", false, true),
                new Field("security", "Защита: tls, starttls или none", false, true),
                new Field("user", "Логин", false, false),
                new Field(PASSWORD, "Пароль приложения", true, false),
                new Field("sender", "Адрес отправителя", false, true),
                new Field("sender_name", "Имя отправителя", false, false));
    }

    @Override
    public Map<String, String> values(BusinessId business) {
        return accounts.kept(business)
                .map(it -> Map.of(
                        "host", it.host(),
                        "port", Integer.toString(it.port()),
                        "security", it.security().name().toLowerCase(Locale.ROOT),
                        "user", it.user() == null ? "" : it.user(),
                        "sender", it.sender(),
                        "sender_name", it.senderName() == null ? "" : it.senderName()))
                .orElse(Map.of());
    }

    @Override
    public List<String> secretsSet(BusinessId business) {
        return accounts.hasPassword(business) ? List.of(PASSWORD) : List.of();
    }

    @Override
    public void save(BusinessId business, Map<String, String> values) {
        var before = values(business);
        var host = value("host", values, before, "");
        if (host.isEmpty()) {
            accounts.remove(business);
            return;
        }
        checked(HOST.matcher(host).matches(), "host", "Имя сервера, например smtp.yandex.ru");
        checked(hosts.mayBe(host), "host", PRIVATE);
        var port = value("port", values, before, "465");
        checked(PORTS.contains(port), "port", "Один из портов почты: 25, 465, 587, 2525");
        var security = value("security", values, before, "tls").toLowerCase(Locale.ROOT);
        checked(SECURITIES.contains(security), "security", "tls, starttls или none");
        var sender = value("sender", values, before, "");
        checked(ADDRESS.matcher(sender).matches(), "sender", "Адрес, с которого уходят письма");
        var user = value("user", values, before, "");
        var senderName = value("sender_name", values, before, "");
        checked(user.length() <= 200 && Post.oneLine(user, 200).equals(user), "user", "Логин не длиннее 200 знаков");
        checked(senderName.length() <= 100, "sender_name", "Имя не длиннее 100 знаков");
        accounts.set(
                business,
                new MailAccounts.Kept(
                        host,
                        Integer.parseInt(port),
                        SmtpAccount.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                        user.isEmpty() ? null : user,
                        sender,
                        senderName.isEmpty() ? null : senderName),
                values.get(PASSWORD));
    }

    @Override
    public Finding test(BusinessId business) {
        return accounts.of(business)
                .map(this::greeted)
                .orElseGet(() -> new Finding(false, "Почтовый сервер не задан."));
    }

    private Finding greeted(SmtpAccount account) {
        return switch (post.greet(account)) {
            case Outcome.Sent sent -> new Finding(true, "Сервер " + account.host() + " на связи.");
            case Outcome.BotBroken refused ->
                new Finding(
                        false, "Сервер не принимает логин или пароль. Нужен пароль приложения, а не пароль от почты.");
            case Outcome.Wrong refused -> new Finding(false, PRIVATE + ".");
            default -> new Finding(false, "Сервер не отвечает. Проверьте имя, порт и защиту.");
        };
    }

    private static String value(String name, Map<String, String> values, Map<String, String> before, String otherwise) {
        @Nullable String given = values.get(name);
        return given == null ? before.getOrDefault(name, otherwise) : given.strip();
    }

    private static void checked(boolean right, String field, String message) {
        if (!right) {
            throw new Invalid("values." + field, "format", message);
        }
    }
}
