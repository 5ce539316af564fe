package io.orbita.catalog;

/**
 * What has happened with a promo code so far, as one client meets it.
 *
 * @param inAll uses reserved by open payments or consumed by completed ones
 * @param byClient those of this client (over all members of a merged client)
 * @param clientHasBought whether this client has a completed purchase of anything
 */
public record PromoUses(int inAll, int byClient, boolean clientHasBought) {

    /** Nobody has used it, the client is new. */
    public static final PromoUses NONE = new PromoUses(0, 0, false);
}
