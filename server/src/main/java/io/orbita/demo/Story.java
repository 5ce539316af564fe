package io.orbita.demo;

import io.orbita.platform.jobs.DueWorker;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.time.Replay;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Scenes of a business in the order of their times; between two of them happens what the business owes by itself, each piece at its own time. */
final class Story {
    private record Scene(Instant at, int number, Runnable act) {}

    private final PriorityQueue<Scene> scenes =
            new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparingInt(Scene::number));
    private final BusinessId business;
    private int number;

    private Story(BusinessId business) {
        this.business = business;
    }

    /** Lives through what the plan lays out, from one moment until another. Scenes may lay out further ones. */
    static void live(DueWorker worker, BusinessId business, Instant from, Instant until, Consumer<Story> plan) {
        var story = new Story(business);
        try (var own = worker.reserve(business)) {
            Replay.from(from, replay -> {
                plan.accept(story);
                for (Scene scene = story.scenes.poll(); scene != null; scene = story.scenes.poll()) {
                    if (scene.at().isAfter(until)) {
                        break;
                    }
                    catchUp(replay, own, scene.at());
                    Tenancy.run(business, scene.act());
                    own.drain();
                }
                catchUp(replay, own, until);
            });
        }
    }

    /** One more scene. */
    void at(Instant moment, Runnable act) {
        scenes.add(new Scene(moment, number++, act));
    }

    BusinessId business() {
        return business;
    }

    private static void catchUp(Replay replay, DueWorker.Reserved own, Instant moment) {
        for (Optional<Instant> next = own.next();
                next.isPresent() && !next.get().isAfter(moment);
                next = own.next()) {
            replay.until(next.get());
            if (own.drain() == 0) {
                break;
            }
        }
        replay.until(moment);
    }
}
