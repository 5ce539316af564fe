package io.orbita.platform.web;

import org.springframework.stereotype.Component;

/** Whether the process may be used: false until the first start has laid everything out. */
@Component
public class Readiness {
    private volatile boolean ready;

    /** From now on the process may be used. */
    public void ready() {
        ready = true;
    }

    public boolean isReady() {
        return ready;
    }
}
