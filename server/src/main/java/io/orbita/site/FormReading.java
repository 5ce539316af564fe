package io.orbita.site;

import io.orbita.businesses.Business;
import io.orbita.clients.Identity;
import io.orbita.messaging.Visitors;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.text.Clean;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Refusal;
import io.orbita.site.website.Websites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was typed into a form of the site, the same for a request in JSON and for a browser without scripts. */
@Component
public class FormReading {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_EMAIL = 254;

    /**
     * What was typed, as it came.
     *
     * @param visitor the token of the visit; null for none
     */
    public record Typed(
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String message,
            boolean consent,
            Map<String, String> utm,
            @Nullable String visitor) {}

    private final Visitors visitors;
    private final Websites websites;

    FormReading(Visitors visitors, Websites websites) {
        this.visitors = visitors;
        this.websites = websites;
    }

    /**
     * The form, checked; inside the business.
     *
     * @param address of the browser
     * @throws Invalid naming every wrong field
     */
    public ContactForm.Filled read(Business business, Typed typed, String address) {
        var wrong = new ArrayList<Refusal.Field>();
        String name = text("name", typed.name(), LONGEST_NAME, wrong).orElse("");
        if (name.isEmpty()) {
            wrong.add(new Refusal.Field("name", "required", "Напишите, как к вам обращаться"));
        }
        Optional<String> phone = text("phone", typed.phone(), LONGEST_PHONE, wrong);
        Optional<String> email = text("email", typed.email(), LONGEST_EMAIL, wrong);
        String message =
                text("message", typed.message(), LONGEST_MESSAGE, wrong).orElse("");
        Optional<Identity> number = phone.flatMap(Identity::phone);
        Optional<Identity> mail = email.flatMap(Identity::email);
        if (phone.isPresent() && number.isEmpty()) {
            wrong.add(new Refusal.Field("phone", "format", "Телефон, например +7 916 123-45-67"));
        }
        if (email.isPresent() && mail.isEmpty()) {
            wrong.add(new Refusal.Field("email", "format", "Адрес, например anna@example.ru"));
        }
        if (phone.isEmpty() && email.isEmpty()) {
            wrong.add(new Refusal.Field(
                    "phone", "required", "Оставьте телефон или адрес почты, чтобы с вами можно было связаться"));
        }
        if (!typed.consent()) {
            wrong.add(new Refusal.Field("consent", "required", "Без согласия заявку принять нельзя"));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong.toArray(Refusal.Field[]::new));
        }
        return new ContactForm.Filled(
                visitors.read(business.id(), typed.visitor()).orElseGet(() -> PublicId.next(business.id())),
                name,
                number.orElse(null),
                mail.orElse(null),
                message,
                typed.utm(),
                address,
                websites.consent(business.id()));
    }

    private static Optional<String> text(String field, @Nullable String typed, int longest, List<Refusal.Field> wrong) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            wrong.add(new Refusal.Field(field, "size", "Не больше " + longest + " знаков"));
            return Optional.empty();
        }
        if (!Clean.isPrintable(text)) {
            wrong.add(new Refusal.Field(field, "control-characters", "Текст содержит управляющие символы"));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
