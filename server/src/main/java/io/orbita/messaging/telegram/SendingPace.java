package io.orbita.messaging.telegram;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast this node may send: about 30 messages a second for a bot, one a second for a chat after a short burst, and a pause
 * when Telegram asks for one. It holds for one node; several nodes may be too fast together and are then paused by Telegram.
 */
public final class SendingPace {
    private static final int PER_BOT = 30;
    private static final int BURST_OF_CHAT = 4;
    private static final int TIDY_ABOVE = 10_000;

    private final int perBot;
    private final Clock clock;
    private final TimeMeter meter;
    private final Map<String, Bucket> bots = new HashMap<>();
    private final Map<Chat, Bucket> chats = new HashMap<>();
    private final Map<Chat, Instant> pausedChats = new HashMap<>();
    private final Map<String, Instant> pausedBots = new HashMap<>();

    public SendingPace(Clock clock) {
        this(clock, PER_BOT);
    }

    /** @param perSecond how many messages a second the provider takes of one bot */
    public SendingPace(Clock clock, int perSecond) {
        this.perBot = perSecond;
        this.clock = clock;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private record Chat(String bot, String chat) {}

    /** Zero when one message may go now, which is then counted; else the time after which to ask again, nothing counted. */
    public synchronized Duration take(String bot, String chat) {
        var now = clock.instant();
        var key = new Chat(bot, chat);
        var until = later(pausedBots.get(bot), pausedChats.get(key));
        if (until != null && until.isAfter(now)) {
            return Duration.between(now, until);
        }
        tidy(now);
        var ofBot = bots.computeIfAbsent(bot, it -> bucket(perBot, perBot));
        var ofChat = chats.computeIfAbsent(key, it -> bucket(BURST_OF_CHAT, 1));
        long nanos = Math.max(
                ofBot.estimateAbilityToConsume(1).getNanosToWaitForRefill(),
                ofChat.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        if (nanos > 0) {
            return Duration.ofNanos(nanos);
        }
        ofBot.tryConsume(1);
        ofChat.tryConsume(1);
        return Duration.ZERO;
    }

    /**
     * Telegram asked to wait. It does not tell whether the chat or the whole bot was too fast: the chat pauses, and a second chat
     * within the same pause means the bot.
     */
    public synchronized void pause(String bot, String chat, Duration delay) {
        var now = clock.instant();
        var until = now.plus(delay);
        boolean another = pausedChats.entrySet().stream()
                .anyMatch(it -> it.getKey().bot().equals(bot)
                        && !it.getKey().chat().equals(chat)
                        && it.getValue().isAfter(now));
        pausedChats.merge(new Chat(bot, chat), until, SendingPace::max);
        if (another) {
            pausedBots.merge(bot, until, SendingPace::max);
        }
    }

    private Bucket bucket(int capacity, int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** A full bucket says as much as none. */
    private void tidy(Instant now) {
        if (chats.size() > TIDY_ABOVE) {
            chats.values().removeIf(it -> it.getAvailableTokens() >= BURST_OF_CHAT);
        }
        pausedChats.values().removeIf(it -> !it.isAfter(now));
        pausedBots.values().removeIf(it -> !it.isAfter(now));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return max(one, other);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
