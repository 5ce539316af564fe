package io.orbita.messaging.vk;

import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.notices.Alarm;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Asks for the events of a community where VK cannot push them. A piece of due work, which one process at a time does, asks every few seconds; the place
 * where asking goes on moves only after everything before it is kept.
 */
@Component
class VkWatch implements Due {
    static final String KIND = "messaging.vk";

    private static final Duration NEXT = Duration.ofSeconds(3);
    private static final Duration FAILED = Duration.ofSeconds(20);
    private static final Duration BROKEN = Duration.ofMinutes(10);

    private final VkGroups groups;
    private final VkReception reception;
    private final VkPolls polls;
    private final VkIntake intake;
    private final VkLine line;
    private final Alarm alarm;
    private final Hours hours;

    VkWatch(
            VkGroups groups,
            VkReception reception,
            VkPolls polls,
            VkIntake intake,
            VkLine line,
            Alarm alarm,
            Hours hours) {
        this.groups = groups;
        this.reception = reception;
        this.polls = polls;
        this.intake = intake;
        this.line = line;
        this.alarm = alarm;
        this.hours = hours;
    }

    /** Time, and the work that waits for it. */
    @org.springframework.stereotype.Component("vkHours")
    record Hours(DueWork due, Clock clock, TransactionTemplate transaction) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    /** {@code ref} is the community; the work ends by itself when the business has it no more, or VK pushes. */
    @Override
    public void run(BusinessId business, String ref) {
        boolean ours = groups.of(business).filter(it -> it.id().equals(ref)).isPresent();
        Optional<String> token = groups.token(business);
        if (!ours || token.isEmpty() || reception.pushed(business)) {
            return;
        }
        Duration wait = poll(business, ref, new VkClient(line, token.get()));
        hours.transaction()
                .executeWithoutResult(status -> hours.due()
                        .at(KIND, business, ref, hours.clock().instant().plus(wait)));
    }

    private Duration poll(BusinessId business, String group, VkClient client) {
        VkPolls.Place place = polls.of(business, group).orElse(null);
        if (place == null) {
            return begin(business, group, client, null);
        }
        var heard =
                line.ask(place.server(), Map.of("act", "a_check", "key", place.key(), "ts", place.ts(), "wait", "1"));
        JsonNode answer = heard.body() == null ? null : VkAnswer.json(heard.body());
        if (answer == null) {
            return FAILED;
        }
        int failed = answer.path("failed").intValue(0);
        if (failed == 2 || failed == 3) {
            // The key is too old: the place is still ours. 3: the place is lost too.
            return begin(business, group, client, failed == 2 ? place.ts() : null);
        }
        for (var event : answer.path("updates")) {
            intake.take(business, group, event);
        }
        var ts = answer.path("ts").asString("");
        if (!ts.isEmpty()) {
            polls.keep(business, group, new VkPolls.Place(place.server(), place.key(), ts));
        }
        return NEXT;
    }

    private Duration begin(
            BusinessId business, String group, VkClient client, @org.jspecify.annotations.Nullable String ts) {
        return switch (client.ask("groups.getLongPollServer", Map.of("group_id", group))) {
            case VkAnswer.Ok ok -> {
                polls.keep(
                        business,
                        group,
                        new VkPolls.Place(
                                ok.value().path("server").stringValue(""),
                                ok.value().path("key").stringValue(""),
                                ts == null ? ok.value().path("ts").asString("") : ts));
                yield Duration.ofSeconds(1);
            }
            case VkAnswer.Refused refused -> {
                if (refused.outcome() instanceof Outcome.BotBroken broken) {
                    hours.transaction()
                            .executeWithoutResult(status -> alarm.broken(business, Channel.VK, broken.why()));
                    yield BROKEN;
                }
                yield refused.outcome() instanceof Outcome.RetryAfter later ? later.delay() : FAILED;
            }
        };
    }
}
