package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other rooms and the staff do in the bot. */
@OrbitaTest
class BotOtherRoomsTests {
    private final World world;
    private final Business business;
    private final BotChat anna;

    BotOtherRoomsTests(World world) {
        this.world = world;
        this.business = world.business();
        this.anna = new BotChat(world, business);
    }

    @Test
    void prices_stand_in_the_menu_as_soon_as_something_is_on_sale() {
        var tariff = Map.of(
                "title",
                "Сопровождение на 12 недель",
                "price",
                Map.of("amount", "34999.00", "currency", "RUB"),
                "programme_weeks",
                12);
        world.post("/api/tariffs", world.token(business, Role.ADMIN), tariff);

        anna.types("/start");

        assertThat(anna.labels()).containsSubsequence("Получить бесплатную программу", "Узнать цены", "Частые вопросы");
        assertThat(anna.presses("Узнать цены").texts().toString()).contains("34\u00a0999");
        assertThat(anna.types("цены").texts().toString()).contains("34\u00a0999");
    }

    @Test
    void a_text_for_another_room_in_mid_survey_goes_there_and_the_questionnaire_waits() {
        var tariff = Map.of(
                "title",
                "Сопровождение на 12 недель",
                "price",
                Map.of("amount", "34999.00", "currency", "RUB"),
                "programme_weeks",
                12);
        long id = world.post("/api/tariffs", world.token(business, Role.ADMIN), tariff)
                .body()
                .path("id")
                .asLong();
        anna.begins().upTo("Какая у вас цель?");

        anna.pressesOn(anna.lastMessage(), "pay:promo:" + id);
        assertThat(anna.text()).doesNotContain("Вернёмся к анкете?");
        anna.types("ПОХУДЕТЬ");

        assertThat(anna.texts().toString()).doesNotContain("Какой у вас рост");
        anna.types("/menu").presses("Продолжить анкету");
        assertThat(anna.text()).contains("Какая у вас цель?");
    }

    @Test
    void staff_commands_do_not_exist_for_clients() {
        assertThat(anna.types("/find Анна").text()).startsWith("Такой команды здесь нет");
        assertThat(anna.types("/stats").text()).startsWith("Такой команды здесь нет");
        var forged = anna.types("/start").lastMessage();
        assertThat(anna.pressesOn(forged, "find:1").text()).contains("только сотрудник");
    }

    @Test
    void linked_staff_finds_a_client_without_leaving_the_chat() {
        anna.types("/start");
        var trainer = world.token(business, Role.TRAINER);
        String code = world.post("/api/notices/link-code", trainer, new HashMap<>())
                .body()
                .path("command")
                .asString();
        var coach = new BotChat(world, business);
        coach.types(code);

        coach.types("/find anna" + anna.chat);
        assertThat(coach.text()).startsWith("Вот кто нашёлся");
        coach.presses(coach.labels().getFirst());
        assertThat(coach.text()).contains("Анна", "@anna" + anna.chat);

        assertThat(coach.types("/find").text()).startsWith("Кого найти?");
        assertThat(coach.types("anna" + anna.chat).text()).startsWith("Вот кто нашёлся");
        assertThat(coach.types("/find нетакого").text()).startsWith("Никого не нашли");
        assertThat(coach.types("/help").text()).contains("/find — найти клиента");
    }
}
