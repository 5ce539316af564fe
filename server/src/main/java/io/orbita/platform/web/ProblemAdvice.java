package io.orbita.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where a «no» becomes an answer. What nobody foresaw is a 500 with a trace id and nothing else. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String ACCEPTED = "Неверное значение";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(Refusal refusal, Locale locale) {
        return problems.of(refusal, locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(HttpMessageNotReadableException error, Locale locale) {
        Throwable cause = error.getMostSpecificCause();
        if (cause instanceof Refusal refusal) {
            return problems.of(refusal, locale);
        }
        if (cause instanceof StreamConstraintsException) {
            return problems.of(new HttpRefusal.TooLarge(), locale);
        }
        return problems.of(
                error.getCause() instanceof JacksonException json ? unreadable(json) : new BadRequest(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(JacksonException error, Locale locale) {
        return problems.of(unreadable(error), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(MethodArgumentNotValidException error, Locale locale) {
        return problems.of(
                new Invalid(error.getBindingResult().getFieldErrors().stream()
                        .map(ProblemAdvice::field)
                        .toArray(Refusal.Field[]::new)),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(HandlerMethodValidationException error, Locale locale) {
        return problems.of(
                new Invalid(error.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(violation -> violation instanceof FieldError inBody
                                        ? field(inBody)
                                        : new Refusal.Field(
                                                snake(String.valueOf(result.getMethodParameter()
                                                        .getParameterName())),
                                                code(violation),
                                                text(violation.getDefaultMessage()))))
                        .toArray(Refusal.Field[]::new)),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(ConstraintViolationException error, Locale locale) {
        return problems.of(
                new Invalid(error.getConstraintViolations().stream()
                        .map(ProblemAdvice::field)
                        .toArray(Refusal.Field[]::new)),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(MethodArgumentTypeMismatchException error, Locale locale) {
        return problems.of(new BadRequest(new Refusal.Field(snake(error.getName()), "type", ACCEPTED)), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(MissingServletRequestParameterException error, Locale locale) {
        return problems.of(
                new BadRequest(new Refusal.Field(snake(error.getParameterName()), "required", "Обязательное поле")),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(MissingRequestHeaderException error, Locale locale) {
        return problems.of(
                new BadRequest(new Refusal.Field(error.getHeaderName(), "required", "Обязательный заголовок")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(HttpRequestMethodNotSupportedException error, Locale locale) {
        return problems.of(new HttpRefusal.Method(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(HttpMediaTypeNotSupportedException error, Locale locale) {
        return problems.of(new HttpRefusal.MediaType(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(HttpMediaTypeNotAcceptableException error, Locale locale) {
        return problems.of(new HttpRefusal.Accept(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(MaxUploadSizeExceededException error, Locale locale) {
        return problems.of(new HttpRefusal.TooLarge(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(NoResourceFoundException error, Locale locale) {
        return problems.of(new NotFound("Такого адреса нет.", "There is no such path."), locale);
    }

    /** A safety net under the checks at the doors: what the database refuses is the caller's mistake or a conflict, never a 500. */
    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(DataAccessException error, Locale locale) {
        String state = NestedExceptionUtils.getMostSpecificCause(error) instanceof SQLException sql
                ? String.valueOf(sql.getSQLState())
                : "";
        if (state.startsWith("22")) {
            log.warn("a value reached the database unchecked ({})", state, error);
            return problems.of(new Invalid("", "value", ACCEPTED), locale);
        }
        if (state.startsWith("23") || state.startsWith("40")) {
            log.warn("the database refused a write ({})", state, error);
            return problems.of(new HttpRefusal.Conflict(), locale);
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
            log.error("the database is away ({})", state, error);
            return problems.of(new HttpRefusal.Busy(), locale);
        }
        return on((Exception) error, locale);
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(CannotCreateTransactionException error, Locale locale) {
        log.error("no connection to the database", error);
        return problems.of(new HttpRefusal.Busy(), locale);
    }

    @ExceptionHandler
    void on(AsyncRequestNotUsableException error) {
        log.debug("the caller went away");
    }

    @ExceptionHandler
    ResponseEntity<Problems.Problem> on(Exception error, Locale locale) {
        log.error("a request failed", error);
        return problems.of(new HttpRefusal.Internal(), locale);
    }

    private static BadRequest unreadable(JacksonException error) {
        String path = path(error);
        return switch (error) {
            case UnrecognizedPropertyException unknown ->
                new BadRequest(new Refusal.Field(path, "unknown", "Такого поля нет"));
            case InvalidFormatException format
            when format.getOriginalMessage().contains("too-long") ->
                new BadRequest(new Refusal.Field(path, "too-long", "Слишком длинный текст"));
            case InvalidFormatException format
            when format.getOriginalMessage().contains("control-characters") ->
                new BadRequest(new Refusal.Field(path, "control-characters", "Текст содержит управляющие символы"));
            case MismatchedInputException mismatch -> new BadRequest(new Refusal.Field(path, "type", ACCEPTED));
            default -> path.isEmpty() ? new BadRequest() : new BadRequest(new Refusal.Field(path, "value", ACCEPTED));
        };
    }

    private static String path(JacksonException error) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name.length() > 60 ? name.substring(0, 60) : name);
            }
        }
        return snake(path.toString());
    }

    private static Refusal.Field field(FieldError error) {
        return new Refusal.Field(snake(error.getField()), code(error), text(error.getDefaultMessage()));
    }

    private static Refusal.Field field(ConstraintViolation<?> violation) {
        return new Refusal.Field(snake(violation.getPropertyPath().toString()), "value", text(violation.getMessage()));
    }

    private static String code(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        List<String> known = codes == null ? List.of() : List.of(codes);
        return known.isEmpty() ? "value" : snake(known.getLast()).replace('_', '-');
    }

    private static String text(@Nullable String message) {
        return message == null ? ACCEPTED : message;
    }

    private static String snake(String camel) {
        String snake = camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return snake.startsWith("_") ? snake.substring(1) : snake;
    }
}
