package io.orbita.site;

import io.orbita.businesses.Business;
import io.orbita.clients.Actions;
import io.orbita.clients.Arrival;
import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Identity;
import io.orbita.clients.Leads;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.site.website.Websites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a form on the site does: a client of this visit, a lead, an action, a notice. What a stranger writes finds nobody and overwrites nothing: a known phone only makes
 * a suspected duplicate, and staff are asked to look.
 */
@Component
public class ContactForm {
    private static final String SOURCE = "site";

    /**
     * A filled form, checked.
     *
     * @param visitor the id of the visit, see {@link io.orbita.messaging.Visitors}
     * @param utm marks of the campaign, may be empty
     * @param address of the browser
     * @param consent what the visitor saw and agreed to
     */
    public record Filled(
            String visitor,
            String name,
            @Nullable Identity phone,
            @Nullable Identity email,
            String message,
            Map<String, String> utm,
            String address,
            Websites.ConsentWording consent) {}

    private final Clients clients;
    private final Leads leads;
    private final Consents consents;
    private final Actions actions;
    private final BotLinks links;
    private final Messaging messaging;
    private final Notices notices;

    ContactForm(
            Clients clients,
            Leads leads,
            Consents consents,
            Actions actions,
            BotLinks links,
            Messaging messaging,
            Notices notices) {
        this.clients = clients;
        this.leads = leads;
        this.consents = consents;
        this.actions = actions;
        this.links = links;
        this.messaging = messaging;
        this.notices = notices;
    }

    /** Returns the link that opens the bot with what this visit brought; null when the business has no bot. */
    @Transactional
    public @Nullable String take(Business business, Filled form) {
        BusinessId id = business.id();
        Arrival arrival = clients.arrive(
                id,
                new Identity(Identity.Kind.VISITOR, form.visitor()),
                new Newcomer(form.name(), null, SOURCE, form.utm()),
                "form");
        ClientId client = arrival.client();
        if (!arrival.created()) {
            leads.open(id, client, SOURCE, form.utm());
        }
        known(form).forEach(identity -> clients.addIdentity(id, client, identity, false));
        consents.record(
                id,
                client,
                Consents.Purpose.PROCESSING,
                true,
                form.consent().version(),
                form.consent().text(),
                new Consents.Way("site", form.address(), null));
        long action = actions.note(id, client, "message", text(form), null);
        Collection<String> others =
                clients.names(id, clients.suspected(id, client)).values();
        if (!others.isEmpty()) {
            actions.note(id, client, "task", "Проверьте, не тот же ли это человек: " + joined(others), null);
        }
        notices.tell(id, Notices.Notice.of("lead.new", "site.form:" + action, notice(form, others), client));
        return link(business, links.issue(id, client));
    }

    /** A link of the same look that stands for nothing. */
    @Transactional
    public @Nullable String pretend(Business business, String payload) {
        return link(business, payload);
    }

    private @Nullable String link(Business business, String payload) {
        return messaging.botLink(business.id(), payload).orElse(null);
    }

    private static List<Identity> known(Filled form) {
        List<Identity> known = new ArrayList<>();
        if (form.phone() != null) {
            known.add(form.phone());
        }
        if (form.email() != null) {
            known.add(form.email());
        }
        return known;
    }

    private static String text(Filled form) {
        return form.message().isEmpty() ? "Заявка с сайта" : "Заявка с сайта: " + form.message();
    }

    private static String notice(Filled form, Collection<String> others) {
        String contacts = known(form).stream().map(Identity::value).collect(Collectors.joining(", "));
        String text = "Новая заявка с сайта\n" + form.name() + (contacts.isEmpty() ? "" : "\n" + contacts)
                + (form.message().isEmpty() ? "" : "\n\n" + form.message());
        return others.isEmpty() ? text : text + "\n\nПохоже, это уже знакомый клиент: " + joined(others);
    }

    private static String joined(Collection<String> names) {
        return names.stream().map(name -> name.isEmpty() ? "без имени" : name).collect(Collectors.joining(", "));
    }
}
