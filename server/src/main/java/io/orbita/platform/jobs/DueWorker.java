package io.orbita.platform.jobs;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does due work: claims a few rows, does each in its business on a thread of its own, and looks again when there is news or after a second.
 * {@link #drain} does the same in the calling thread, for tests.
 */
@Component
public class DueWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueWorker.class);
    private static final int AT_ONCE = 8;
    private static final long LOOK_EVERY_MS = 1_000;

    private final DueClaims claims;
    private final DueSignal signal;
    private final Map<String, Due> byKind;
    private final boolean enabled;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private @Nullable Thread loop;
    private @Nullable ExecutorService hands;
    private volatile boolean running;

    DueWorker(DueClaims claims, DueSignal signal, List<Due> kinds, @Value("${orbita.worker:true}") boolean enabled) {
        this.claims = claims;
        this.signal = signal;
        this.byKind = kinds.stream().collect(Collectors.toMap(Due::kind, Function.identity()));
        this.enabled = enabled;
    }

    @Override
    public void start() {
        running = true;
        if (enabled) {
            hands = Executors.newVirtualThreadPerTaskExecutor();
            loop = Thread.ofPlatform().name("due-work").daemon().start(this::loop);
        }
    }

    /** Does everything that is due now, one after another, until nothing is. Returns how many pieces were done or failed. */
    public int drain() {
        return drain(() -> claims.take(AT_ONCE));
    }

    /** Keeps the work of one business for the calling thread, until it is closed. Other nodes know nothing of it. */
    public Reserved reserve(BusinessId business) {
        claims.reserve(business);
        return new Reserved(business);
    }

    /** The work of one business, done by whoever holds this. */
    public final class Reserved implements AutoCloseable {
        private final BusinessId business;

        private Reserved(BusinessId business) {
            this.business = business;
        }

        /** When its next piece is due; empty when none waits. */
        public Optional<Instant> next() {
            return claims.next(business);
        }

        /** Does what is due now, until nothing is; how many pieces were done or failed. */
        public int drain() {
            return DueWorker.this.drain(() -> claims.take(business, AT_ONCE));
        }

        @Override
        public void close() {
            claims.free(business);
            signal.wake();
        }
    }

    private int drain(Supplier<List<DueClaims.Claim>> next) {
        int done = 0;
        while (true) {
            List<DueClaims.Claim> batch = next.get();
            if (batch.isEmpty()) {
                return done;
            }
            batch.forEach(this::work);
            done += batch.size();
        }
    }

    private void loop() {
        while (running) {
            try {
                claims.beat();
                int hand = free.drainPermits();
                List<DueClaims.Claim> batch = hand == 0 ? List.of() : claims.take(hand);
                free.release(hand - batch.size());
                batch.forEach(this::handOut);
                if (batch.isEmpty()) {
                    signal.await(LOOK_EVERY_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("due work cannot be claimed: {}", e.toString());
                pause();
            }
        }
    }

    private void handOut(DueClaims.Claim claim) {
        ExecutorService executor = hands;
        if (executor == null) {
            free.release();
            return;
        }
        executor.execute(() -> {
            try {
                work(claim);
            } finally {
                free.release();
                if (!(byKind.get(claim.kind()) instanceof DueBatch)) {
                    signal.wake();
                }
            }
        });
    }

    private void work(DueClaims.Claim claim) {
        Due due = byKind.get(claim.kind());
        if (due instanceof DueBatch batch) {
            together(batch, claims.with(claim, batch.most() - 1));
            return;
        }
        try {
            if (due == null) {
                throw new IllegalStateException("nobody does " + claim.kind());
            }
            Tenancy.run(claim.businessId(), () -> due.run(claim.businessId(), claim.ref()));
            claims.done(claim);
        } catch (RuntimeException e) {
            failed(claim, e, due == null ? 1 : due.attempts());
        }
    }

    /** One piece that fails must not hold up the others: they are tried one by one then. */
    private void together(DueBatch due, List<DueClaims.Claim> batch) {
        DueClaims.Claim first = batch.getFirst();
        try {
            Tenancy.run(first.businessId(), () -> {
                var again = due.runAll(
                        first.businessId(),
                        batch.stream().map(DueClaims.Claim::ref).toList());
                claims.done(batch, again);
            });
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                failed(first, e, due.attempts());
            } else {
                batch.forEach(claim -> together(due, List.of(claim)));
            }
        }
    }

    private void failed(DueClaims.Claim claim, RuntimeException error, int attempts) {
        log.warn(
                "{} {} of business {} failed (attempt {})",
                claim.kind(),
                claim.ref(),
                claim.business(),
                claim.attempts(),
                error);
        try {
            Tenancy.run(claim.businessId(), () -> claims.failed(claim, error, attempts));
        } catch (RuntimeException again) {
            log.warn("and could not be put back: {}", again.toString());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = loop;
        ExecutorService executor = hands;
        if (thread != null && executor != null) {
            thread.interrupt();
            executor.shutdown();
            try {
                if (!executor.awaitTermination(8, TimeUnit.SECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        claims.leave();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
