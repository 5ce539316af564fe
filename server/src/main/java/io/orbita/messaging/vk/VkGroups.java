package io.orbita.messaging.vk;

import io.orbita.businesses.Settings;
import io.orbita.messaging.channel.BotAddress;
import io.orbita.platform.tenancy.BusinessId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The community of a business: at most one. Its token and its secret are secrets of the business. */
@Component
@Order(100)
@Transactional
class VkGroups implements BotAddress {
    private static final String SECTION = "messaging.vk";
    private static final String TOKEN = "vk.token";
    private static final String SECRET = "vk.secret";

    /**
     * A connected community.
     *
     * @param id its number, without a minus
     * @param confirmation what VK wants to hear before it sends events; empty when events are asked for
     */
    record Group(String id, String confirmation) {
        static final Group NONE = new Group("", "");
    }

    private final Settings settings;
    private final VkOwners owners;

    VkGroups(Settings settings, VkOwners owners) {
        this.owners = owners;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public Optional<Group> of(BusinessId business) {
        return Optional.of(settings.get(business, SECTION, Group.class, Group.NONE))
                .filter(it -> !it.id().isEmpty());
    }

    @Transactional(readOnly = true)
    public Optional<String> token(BusinessId business) {
        return settings.secret(business, TOKEN);
    }

    /** Whether the business has set a community and its token. */
    @Transactional(readOnly = true)
    public boolean connected(BusinessId business) {
        return of(business).isPresent() && token(business).isPresent();
    }

    @Transactional(readOnly = true)
    public boolean hasSecret(BusinessId business) {
        return settings.secret(business, SECRET).isPresent();
    }

    /** Whether an event proves to be of the community of the business: its number, and the secret that only VK and the owner know. */
    @Transactional(readOnly = true)
    public boolean genuine(BusinessId business, String group, String secret) {
        var right = settings.secret(business, SECRET).orElse("");
        boolean same =
                MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return same
                && !right.isEmpty()
                && of(business).filter(it -> it.id().equals(group)).isPresent();
    }

    /** @throws GroupTaken when another business of this installation has the community */
    public void set(BusinessId business, Group group) {
        owners.claim(business, group.id());
        settings.put(business, SECTION, group);
    }

    public void keepToken(BusinessId business, String token) {
        settings.keepSecret(business, TOKEN, token);
    }

    public void keepSecret(BusinessId business, String secret) {
        settings.keepSecret(business, SECRET, secret);
    }

    public void remove(BusinessId business) {
        settings.put(business, SECTION, Group.NONE);
        owners.release(business);
        keepToken(business, "");
        keepSecret(business, "");
    }

    /** VK gives the payload to us as {@code ref} of the first message. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> link(BusinessId business, String payload) {
        return connected(business)
                ? of(business).map(it -> "https://vk.me/club" + it.id() + "?ref=" + payload)
                : Optional.empty();
    }
}
