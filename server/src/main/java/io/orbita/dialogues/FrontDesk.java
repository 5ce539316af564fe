package io.orbita.dialogues;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Settings;
import io.orbita.dialogues.talk.Known;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import io.orbita.platform.tenancy.BusinessId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the business shows in its bot: name, FAQ, contacts, and the lines and commands of all rooms. */
@Component
class FrontDesk {
    static final String CONTACTS = "dialogues.contacts";
    private static final Map<String, Phrase> USUAL =
            Map.of("prices", Phrase.COMMAND_PRICES, "program", Phrase.COMMAND_PROGRAM);

    private final Businesses businesses;
    private final Settings settings;
    private final Faq faq;
    private final OtherRooms otherRooms;

    FrontDesk(Businesses businesses, Settings settings, Faq faq, OtherRooms otherRooms) {
        this.businesses = businesses;
        this.settings = settings;
        this.faq = faq;
        this.otherRooms = otherRooms;
    }

    Known.House house(Occasion occasion) {
        var business = occasion.business();
        var call = occasion.call();
        return new Known.House(
                businesses.get(business).name(),
                faq.active(business).stream()
                        .map(entry -> new Known.FaqEntry(entry.id(), entry.question(), entry.answer()))
                        .toList(),
                contacts(business),
                otherRooms.lines(call),
                described(otherRooms.commands(call)),
                otherRooms.prefixes());
    }

    Known.Contacts contacts(BusinessId business) {
        return settings.get(business, CONTACTS, Known.Contacts.class, Known.Contacts.NONE);
    }

    private static Map<String, String> described(Map<String, String> commands) {
        var described = new HashMap<>(commands);
        described.replaceAll((name, about) ->
                about.isEmpty() && USUAL.containsKey(name) ? Wording.russian().say(USUAL.get(name)) : about);
        return described;
    }
}
