import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests over eight connections, as fast as they are answered. */
final class Load {
    static final int CONNECTIONS = 8;
    /** The JVM has compiled what is asked for over and over by then. */
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("orbita.bench.warm", "30"));
    private static final double SECONDS = Double.parseDouble(System.getProperty("orbita.bench.seconds", "15"));

    interface Step {
        void run(int number) throws Exception;
    }

    /**
     * @param count requests
     * @param processorMillis of server and database, per request, without the JVM's compiler
     * @param compilerMillis of the JVM's compiler, per request: what a longer warm-up would take away
     * @param databaseMillis the part of {@code processorMillis} that was the database's
     * @param perSecond requests answered in a second
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(
            int count,
            double processorMillis,
            double compilerMillis,
            double databaseMillis,
            double perSecond,
            double p50,
            double p99) {
        String how() {
            return "%,d requests, %.0f/s, wall p50 %.1f ms, p99 %.1f ms; database %.2f ms of it; JIT %.2f ms more"
                    .formatted(count, perSecond, p50, p99, databaseMillis, compilerMillis);
        }
    }

    private Load() {}

    /** What a request costs once the server is warm: so many seconds of the same load first, then it is measured. */
    static Result warm(Server server, Step step) throws Exception {
        var number = new AtomicInteger();
        run(server, WARM_SECONDS, number, step);
        return run(server, SECONDS, number, step);
    }

    /** As {@link #warm}, for reads that others have warmed up. */
    static Result brief(Server server, Step step) throws Exception {
        var number = new AtomicInteger();
        run(server, WARM_SECONDS / 5, number, step);
        return run(server, SECONDS / 2, number, step);
    }

    private static Result run(Server server, double seconds, AtomicInteger next, Step step) throws Exception {
        server.login();
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        double before = server.processorSeconds();
        double compiled = server.compilerSeconds();
        double database = server.databaseSeconds();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        each(Integer.MAX_VALUE, ignored -> {
            long begin = System.nanoTime();
            if (begin >= end) {
                return false;
            }
            step.run(next.getAndIncrement());
            nanos.add(System.nanoTime() - begin);
            return true;
        });
        double took = (System.nanoTime() - start) / 1e9;
        compiled = server.compilerSeconds() - compiled;
        database = server.databaseSeconds() - database;
        double used = server.processorSeconds() - before - compiled;
        nanos.sort(null);
        int count = nanos.size();
        return new Result(
                count,
                used * 1000 / count,
                compiled * 1000 / count,
                database * 1000 / count,
                count / took,
                nanos.get(count / 2) / 1e6,
                nanos.get((int) (count * 0.99)) / 1e6);
    }

    private interface Turn {
        /** Whether to go on. */
        boolean run(int number) throws Exception;
    }

    static void all(int count, Step step) throws Exception {
        each(count, number -> {
            step.run(number);
            return true;
        });
    }

    private static void each(int count, Turn step) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                workers.add(threads.submit(() -> {
                    int number = next.getAndIncrement();
                    while (number < count && step.run(number)) {
                        number = next.getAndIncrement();
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
