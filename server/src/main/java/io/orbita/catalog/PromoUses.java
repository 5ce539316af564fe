package io.orbita.catalog;

/**
 * What has happened with a promo code so far, as one client meets it.
 *
 * @param inAll uses reserved by open payments or consumed by completed ones
 * @param byClient those consumed by this client (over all members of a merged client)
 * @param heldByClient those reserved by open payments of this client
 * @param clientHasBought whether this client has a completed purchase of anything
 */
public record PromoUses(int inAll, int byClient, int heldByClient, boolean clientHasBought) {

    /** Nobody has used it, the client is new. */
    public static final PromoUses NONE = new PromoUses(0, 0, 0, false);
}
