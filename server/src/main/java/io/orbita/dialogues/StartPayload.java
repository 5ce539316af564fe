package io.orbita.dialogues;

import io.orbita.messaging.spi.InboundMessage.What;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What follows {@code /start}: a link of the site, a source such as {@code src_vk}, a referral {@code ref_…}, or a mark of
 * somebody's own. Anybody can type anything there, so it is only believed as far as it goes: a mark on the lead.
 *
 * @param text as it came; empty when there was none or it is no payload
 */
record StartPayload(String text) {
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST = 64;
    private static final String SOURCE = "src_";
    private static final String REFERRAL = "ref_";

    static StartPayload of(What what) {
        boolean payload = what instanceof What.Command command
                && command.name().equals("start")
                && PAYLOAD.matcher(command.payload()).matches();
        return new StartPayload(payload ? ((What.Command) what).payload() : "");
    }

    /** Where they come from, as the link says. */
    Optional<String> source() {
        return text.startsWith(SOURCE) && text.length() > SOURCE.length()
                ? Optional.of(text.substring(SOURCE.length()))
                : Optional.empty();
    }

    /** Marks for the lead; a link of the site is a secret, used or not, and leaves none. */
    Map<String, String> marks() {
        if (text.isEmpty() || text.length() == LONGEST || source().isPresent()) {
            return Map.of();
        }
        return text.startsWith(REFERRAL) ? Map.of("ref", text.substring(REFERRAL.length())) : Map.of("start", text);
    }
}
