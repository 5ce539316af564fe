package io.orbita.live;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.businesses.StandingRights;
import io.orbita.platform.live.Change;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events of one page. It holds the virtual thread of its request, which costs a few kilobytes and nothing else. */
@RestController
@Tag(name = "live")
class EventsController {
    private final Lines lines;
    private final StandingRights rights;
    private final JsonMapper json;
    private final Duration look;
    private final Duration heartbeat;

    EventsController(
            Lines lines,
            StandingRights rights,
            JsonMapper json,
            @Value("${orbita.live.look:4s}") Duration look,
            @Value("${orbita.live.heartbeat:20s}") Duration heartbeat) {
        this.lines = lines;
        this.rights = rights;
        this.json = json;
        this.look = look;
        this.heartbeat = heartbeat;
    }

    @GetMapping(value = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER, Role.CASHIER},
            scope = "events")
    @Operation(
            summary = "What changes, as it changes",
            description =
                    "A stream of server-sent events for `fetch` with the bearer token and `Accept: text/event-stream`. The first is "
                            + "`hello` with `{\"kinds\": […]}`, the kinds that the caller may read: `lead`, `message` (ids of conversations), "
                            + "`move`, `payment`, `client`, `task`. Then an event of such a name says that things changed: "
                            + "`{\"ids\": [31, 32], \"client_id\": 12, \"client_ids\": [12], \"all\": false}`; `client_id` stands there when all are of one "
                            + "client, and `\"all\": true` with no ids means: read anew what you show of this kind. Every 20 seconds there is a comment "
                            + "line. Events may be joined or lost, never invented: read anew after each `hello`. `bye` with `{\"reason\"}` ends the "
                            + "stream: `access` (token expired or revoked: refresh it and come again), `elsewhere` (more than eight pages of one "
                            + "caller: come again when the page is looked at), `restart` (come again).")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void events(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        // Whoever reads an answer to its end must not hang on this one by accident.
        if (accepted == null || !accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_EVENT_STREAM));
        }
        var line = new Line(caller.business().value(), caller.key(), kinds(caller));
        lines.add(line);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Proxies that gather answers before they pass them on read this.
            response.setHeader("X-Accel-Buffering", "no");
            talk(line, request, response);
        } catch (IOException e) {
            // The page is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lines.remove(line);
        }
    }

    private void talk(Line line, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        say(response, "hello", Map.of("kinds", names(line.kinds())));
        long looked = System.nanoTime();
        long spoke = looked;
        while (true) {
            Line.Said said = line.next(shortest(looked, spoke));
            for (Map.Entry<Kind, Change> each : said.changes().entrySet()) {
                say(response, each.getKey().wire(), Shown.of(each.getValue()));
                spoke = System.nanoTime();
            }
            if (said.farewell() != null) {
                say(response, "bye", Map.of("reason", said.farewell()));
                return;
            }
            if (isOver(looked, look)) {
                looked = System.nanoTime();
                lookAgain(line, request);
            }
            if (isOver(spoke, heartbeat)) {
                spoke = System.nanoTime();
                write(response, ":\n\n");
            }
        }
    }

    /** Who may no longer read hears nothing more; while that cannot be known, neither. */
    private void lookAgain(Line line, HttpServletRequest request) {
        try {
            Optional<Caller> caller = rights.of(request);
            if (caller.isEmpty() || caller.get().businessOrNull() == null) {
                line.end("access");
            } else {
                line.may(kinds(caller.get()));
            }
        } catch (DataAccessException | TransactionException e) {
            line.end("restart");
        }
    }

    private Set<Kind> kinds(Caller caller) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(Kind.values())
                .filter(kind -> rights.mayRead(caller, kind.path()))
                .forEach(kinds::add);
        return kinds;
    }

    private static List<String> names(Collection<Kind> kinds) {
        return kinds.stream().sorted().map(Kind::wire).toList();
    }

    private Duration shortest(long looked, long spoke) {
        long left = Math.min(
                look.toNanos() - (System.nanoTime() - looked), heartbeat.toNanos() - (System.nanoTime() - spoke));
        return Duration.ofNanos(Math.max(left, 1_000_000));
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    private void say(HttpServletResponse response, String event, Object data) throws IOException {
        write(response, "event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
