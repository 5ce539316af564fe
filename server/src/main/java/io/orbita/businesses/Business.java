package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import java.time.ZoneId;

/**
 * A business as other rooms see it.
 *
 * @param slug its name in addresses, lower-case letters, digits and hyphens, unique in the installation
 * @param publicKey unguessable name for widgets and partners; the same for ever
 * @param zone the zone of its days, weeks and quiet hours
 * @param currency ISO 4217
 * @param sandbox whether channels and payments are played instead of real
 */
public record Business(
        BusinessId id, String slug, String name, String publicKey, ZoneId zone, String currency, boolean sandbox) {}
