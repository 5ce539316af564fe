package io.orbita.site.website;

import io.orbita.platform.text.Phones;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What lengths alone do not say: colours that can be read, links that lead to web pages, origins that are origins. Each section is checked by itself. */
final class WebsiteRules {
    private final List<Refusal.Field> wrong = new ArrayList<>();
    private final String prefix;

    private WebsiteRules(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Checks a section.
     *
     * @param prefix what the names of its fields begin with, {@code look.} when the whole site is replaced, empty for the section alone
     * @throws Invalid naming every wrong field
     */
    static void check(Object section, String prefix) {
        var rules = new WebsiteRules(prefix);
        switch (section) {
            case Website.Look look -> rules.colour(look.accent());
            case Website.Layout layout -> rules.once(layout.blocks());
            case Website.About about -> rules.link("picture", about.picture());
            case Website.Search search -> rules.link("picture", search.picture());
            case Website.Contacts contacts -> rules.contacts(contacts);
            case Website.Widget widget -> rules.widget(widget);
            case Website.Legal legal -> {
                rules.link("privacy_url", legal.privacyUrl());
                rules.link("offer_url", legal.offerUrl());
            }
            default -> {}
        }
        if (!rules.wrong.isEmpty()) {
            throw new Invalid(rules.wrong.toArray(Refusal.Field[]::new));
        }
    }

    private void colour(String text) {
        Accent.of(text)
                .ifPresentOrElse(
                        accent -> {
                            if (accent.contrast() < Accent.LEAST_CONTRAST) {
                                refuse(
                                        "accent",
                                        "contrast",
                                        "Текст на таком цвете плохо читается: контраст %.1f из нужных 4.5. Возьмите оттенок темнее или светлее"
                                                .formatted(Math.floor(accent.contrast() * 10) / 10));
                            }
                        },
                        () -> refuse("accent", "format", "Цвет в виде #166547"));
    }

    private void once(List<Website.Block> blocks) {
        if (new HashSet<>(blocks).size() < blocks.size()) {
            refuse("blocks", "unique", "Каждый блок бывает на странице один раз");
        }
    }

    private void contacts(Website.Contacts contacts) {
        if (!contacts.phone().isBlank() && Phones.e164(contacts.phone()).isEmpty()) {
            refuse("phone", "format", "Телефон, например +7 916 123-45-67");
        }
        if (!contacts.email().isBlank()
                && !contacts.email().strip().matches("[^\\s@<>\"']{1,64}@[^\\s@<>\"']{3,185}")) {
            refuse("email", "format", "Адрес, например hello@example.ru");
        }
        for (int i = 0; i < contacts.links().size(); i++) {
            link("links[" + i + "]", contacts.links().get(i));
        }
    }

    private void widget(Website.Widget widget) {
        if (!widget.position().equals("left") && !widget.position().equals("right")) {
            refuse("position", "choice", "left или right");
        }
        for (int i = 0; i < widget.origins().size(); i++) {
            if (!isOrigin(widget.origins().get(i))) {
                refuse("origins[" + i + "]", "format", "Адрес сайта без пути, например https://example.ru");
            }
        }
    }

    private void link(String field, @Nullable String text) {
        if (text != null && !isWebPage(text)) {
            refuse(field, "format", "Ссылка, которая начинается с https:// или http://");
        }
    }

    private void refuse(String field, String code, String message) {
        wrong.add(new Refusal.Field(prefix + field, code, message));
    }

    static boolean isWebPage(String text) {
        try {
            var url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && url.getHost() != null
                    && url.getUserInfo() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /** Scheme, host and maybe a port, nothing else, as browsers send it. */
    static boolean isOrigin(String text) {
        return isWebPage(text) && text.matches("https?://[a-z0-9.-]+(:\\d{1,5})?");
    }
}
