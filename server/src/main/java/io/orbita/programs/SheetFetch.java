package io.orbita.programs;

import io.orbita.programs.sheet.SheetRemark;
import io.orbita.programs.sheet.TemplateSheets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads a sheet over HTTP without signing in. An answer counts only when it is 2xx, a table by its type, does not begin as a
 * web page and does not come from Google's sign-in. Never call it inside a transaction.
 */
@Component
class SheetFetch {
    private static final Logger log = LoggerFactory.getLogger(SheetFetch.class);
    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI google;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    SheetFetch(@Value("${orbita.google-sheets-url:https://docs.google.com}") URI google) {
        this.google = google;
    }

    /** What came back. */
    sealed interface Fetched {
        record Sheet(byte[] bytes) implements Fetched {}

        /**
         * No table.
         *
         * @param passing whether it may be different in a few minutes
         */
        record Trouble(SheetRemark remark, boolean passing) implements Fetched {}
    }

    /** The first of the addresses that gives a table; else what was wrong with the first. */
    Fetched fetch(SheetLink link, @org.jspecify.annotations.Nullable String tab) {
        Fetched.Trouble first = null;
        List<URI> addresses = link.addresses(google, tab);
        for (URI address : addresses) {
            Fetched fetched = get(address);
            if (fetched instanceof Fetched.Trouble trouble) {
                first = first == null ? trouble : first;
            } else {
                return fetched;
            }
        }
        return first == null ? trouble("Ссылка никуда не ведёт", "Проверьте ссылку", false) : first;
    }

    private Fetched get(URI address) {
        URI at = address;
        try {
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                HttpResponse<byte[]> answer = ask(at);
                if (answer.statusCode() / 100 != 3) {
                    return judged(answer);
                }
                Optional<URI> next = answer.headers().firstValue("location").map(at::resolve);
                if (next.isEmpty() || !trusted(next.get())) {
                    return signIn();
                }
                at = next.get();
            }
            return trouble("Google бесконечно переадресует запрос", "Проверьте ссылку", true);
        } catch (IOException | TimeoutException | IllegalArgumentException e) {
            log.warn("a sheet could not be read: {}", e.getClass().getSimpleName());
            return trouble("Google не ответил", "Попробуем ещё раз сами; пока действует прошлая таблица", true);
        }
    }

    private HttpResponse<byte[]> ask(URI address) throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("accept", "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .build();
        var answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), TemplateSheets.MOST_BYTES));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    private boolean trusted(URI next) {
        String host = next.getHost() == null ? "" : next.getHost().toLowerCase(Locale.ROOT);
        boolean googles = host.equals("docs.google.com") || host.endsWith(".googleusercontent.com");
        boolean ours = host.equals(google.getHost());
        boolean safe = "https".equals(next.getScheme()) || ours;
        return safe && (googles || ours);
    }

    private static Fetched judged(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            return signIn();
        }
        if (status == 404 || status == 410) {
            return trouble("Таблицы по этой ссылке нет", "Проверьте ссылку и номер вкладки (gid)", false);
        }
        if (status / 100 != 2) {
            return trouble(
                    "Google ответил ошибкой " + status, "Попробуем ещё раз сами; пока действует прошлая таблица", true);
        }
        byte[] body = answer.body();
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean page = type.contains("html") || (body.length > 0 && body[0] == '<');
        if (page) {
            return signIn();
        }
        boolean table = type.startsWith("text/csv") || type.contains("spreadsheetml") || type.contains("octet-stream");
        return table
                ? new Fetched.Sheet(body)
                : trouble(
                        "Вместо таблицы пришло что-то другое", "Проверьте, что ссылка ведёт на таблицу Google", false);
    }

    private static Fetched.Trouble signIn() {
        return trouble(
                "Вместо таблицы пришла страница входа Google",
                "Откройте доступ к таблице: «Все, у кого есть ссылка» → «Читатель»",
                false);
    }

    private static Fetched.Trouble trouble(String what, String advice, boolean passing) {
        return new Fetched.Trouble(new SheetRemark(null, null, what, advice), passing);
    }
}
