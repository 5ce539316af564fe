package io.orbita.platform.web;

/** What HTTP itself refuses. */
final class HttpRefusal {
    private HttpRefusal() {}

    @Refusal.Code(value = "method-not-allowed", status = 405, meaning = "This path does not take this method.")
    static final class Method extends Refusal {
        private static final long serialVersionUID = 1;

        Method() {
            super("Этот адрес не принимает такой метод.", "This path does not take this method.");
        }
    }

    @Refusal.Code(
            value = "unsupported-media-type",
            status = 415,
            meaning = "Send `application/json` (or what the endpoint names).")
    static final class MediaType extends Refusal {
        private static final long serialVersionUID = 1;

        MediaType() {
            super("Такой тип содержимого не принимается.", "This content type is not accepted.");
        }
    }

    @Refusal.Code(value = "not-acceptable", status = 406, meaning = "None of the types in `Accept` can be produced.")
    static final class Accept extends Refusal {
        private static final long serialVersionUID = 1;

        Accept() {
            super("В таком виде ответа нет.", "There is no such representation.");
        }
    }

    @Refusal.Code(value = "too-large", status = 413, meaning = "The body is larger than allowed (2 MB of JSON).")
    static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("Запрос слишком большой.", "The request is too large.");
        }
    }

    @Refusal.Code(
            value = "conflict",
            status = 409,
            meaning = "It contradicts what is stored (something like it exists, or is in use).")
    static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1;

        Conflict() {
            super("Это противоречит тому, что уже есть.", "This contradicts what is stored.");
        }
    }

    @Refusal.Code(
            value = "busy",
            status = 503,
            meaning = "The server is overloaded or its database is away: try again.")
    static final class Busy extends Refusal {
        private static final long serialVersionUID = 1;

        Busy() {
            super("Сервер перегружен. Попробуйте через минуту.", "The server is busy. Try again in a minute.");
            retryAfter(java.time.Duration.ofSeconds(5));
        }
    }

    @Refusal.Code(value = "internal", status = 500, meaning = "Our fault; `trace_id` finds it in the log.")
    static final class Internal extends Refusal {
        private static final long serialVersionUID = 1;

        Internal() {
            super("Ошибка на нашей стороне. Мы уже знаем о ней.", "Something went wrong on our side.");
        }
    }
}
