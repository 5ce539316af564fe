import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.ArrayList;
import java.util.List;

/** Requests over eight connections, as fast as they are answered. */
final class Load {
    static final int CONNECTIONS = 8;

    interface Step {
        void run(int number) throws Exception;
    }

    /**
     * @param processorMillis of server and database, per request
     * @param perSecond requests answered in a second
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(double processorMillis, double perSecond, double p50, double p99) {}

    private Load() {}

    static Result of(Server server, int count, Step step) throws Exception {
        server.login();
        long[] nanos = new long[count];
        double before = server.processorSeconds();
        long start = System.nanoTime();
        all(count, number -> {
            long begin = System.nanoTime();
            step.run(number);
            nanos[number] = System.nanoTime() - begin;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.processorSeconds() - before;
        Arrays.sort(nanos);
        return new Result(
                used * 1000 / count, count / seconds, nanos[count / 2] / 1e6, nanos[(int) (count * 0.99)] / 1e6);
    }

    static void all(int count, Step step) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                workers.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        step.run(number);
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
