package io.orbita.platform.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the worker of this node as soon as new work is committed; other nodes find it when they look. */
@Component
class DueSignal {
    private final Semaphore news = new Semaphore(0);

    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    void await(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
