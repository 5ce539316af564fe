package io.orbita.messaging.vk;

import io.orbita.businesses.spi.Integration;
import io.orbita.messaging.channel.Outcome;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The community of the business, on the page of integrations. */
@Component
class VkIntegration implements Integration {
    private static final String GROUP = "group_id";
    private static final String TOKEN = "token";
    private static final String CONFIRMATION = "confirmation";
    private static final String SECRET = "secret";

    private final VkGroups groups;
    private final VkReception reception;
    private final VkPolls polls;
    private final VkLine line;
    private final DueWork due;

    VkIntegration(VkGroups groups, VkReception reception, VkPolls polls, VkLine line, DueWork due) {
        this.groups = groups;
        this.reception = reception;
        this.polls = polls;
        this.line = line;
        this.due = due;
    }

    @Override
    public String name() {
        return "vk";
    }

    @Override
    public String title() {
        return "Сообщения сообщества VK";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(GROUP, "Номер сообщества, только цифры", false, true),
                new Field(TOKEN, "Ключ доступа сообщества с правами на сообщения и документы", true, true),
                new Field(CONFIRMATION, "Строка подтверждения из настроек Callback API", false, false),
                new Field(SECRET, "Секретный ключ из настроек Callback API", true, false));
    }

    @Override
    public Map<String, String> values(BusinessId business) {
        return groups.of(business)
                .map(it -> Map.of(GROUP, it.id(), CONFIRMATION, it.confirmation()))
                .orElse(Map.of());
    }

    @Override
    public List<String> secretsSet(BusinessId business) {
        var set = new ArrayList<String>();
        if (groups.token(business).isPresent()) {
            set.add(TOKEN);
        }
        if (groups.hasSecret(business)) {
            set.add(SECRET);
        }
        return List.copyOf(set);
    }

    @Override
    public void save(BusinessId business, Map<String, String> values) {
        var before = groups.of(business).orElse(VkGroups.Group.NONE);
        var group = values.getOrDefault(GROUP, before.id()).strip();
        if (group.isEmpty()) {
            groups.remove(business);
            polls.forget(business);
            return;
        }
        checked(group.matches("[1-9][0-9]{0,14}"), GROUP, "Номер сообщества: только цифры, без club и минуса");
        var confirmation =
                values.getOrDefault(CONFIRMATION, before.confirmation()).strip();
        checked(
                confirmation.matches("[A-Za-z0-9_-]{0,64}"),
                CONFIRMATION,
                "Строка из настроек Callback API, без пробелов");
        var secret = values.get(SECRET);
        checked(
                secret == null || secret.strip().matches("[A-Za-z0-9_-]{0,50}"),
                SECRET,
                "Не длиннее 50 знаков: латинские буквы, цифры, дефис и подчёркивание");
        var token = values.get(TOKEN);
        checked(
                token == null || token.strip().matches("[A-Za-z0-9._-]{0,300}"),
                TOKEN,
                "Это не ключ доступа. Скопируйте его из настроек сообщества целиком");
        groups.set(business, new VkGroups.Group(group, confirmation));
        if (token != null) {
            groups.keepToken(business, token.strip());
        }
        if (secret != null) {
            groups.keepSecret(business, secret.strip());
        }
        if (!group.equals(before.id())) {
            polls.forget(business);
        }
        due.now(VkWatch.KIND, business, group);
    }

    @Override
    public Finding test(BusinessId business) {
        var group = groups.of(business);
        var token = groups.token(business);
        if (group.isEmpty() || token.isEmpty()) {
            return new Finding(false, "Сообщество не подключено: нужны его номер и ключ доступа.");
        }
        return switch (new VkClient(line, token.get())
                .ask("groups.getById", Map.of("group_id", group.get().id()))) {
            case VkAnswer.Ok ok -> {
                var found = ok.value().path("groups").isArray() ? ok.value().path("groups") : ok.value();
                var name = found.path(0).path("name").stringValue("");
                yield new Finding(true, "Сообщество «" + name + "» на связи. " + way(business));
            }
            case VkAnswer.Refused refused ->
                new Finding(
                        false,
                        refused.outcome() instanceof Outcome.BotBroken
                                ? "VK не принимает ключ доступа. Создайте новый в настройках сообщества, с правами на сообщения и документы."
                                : "VK сейчас не отвечает. Попробуйте через минуту.");
        };
    }

    private String way(BusinessId business) {
        if (reception.pushed(business)) {
            return "События приходят на " + reception.address(business).orElse("");
        }
        return reception
                .address(business)
                .map(address -> "События забираем сами (Long Poll). Чтобы VK присылал их, укажите в Callback API адрес "
                        + address + " и заполните строку подтверждения и секретный ключ.")
                .orElse("События забираем сами: включите Long Poll API в настройках сообщества.");
    }

    private static void checked(boolean right, String field, String message) {
        if (!right) {
            throw new Invalid("values." + field, "format", message);
        }
    }
}
