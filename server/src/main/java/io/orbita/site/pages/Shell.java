package io.orbita.site.pages;

import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param brand the name of the business
 * @param home the address of its site, without a slash at the end
 * @param business its slug when the page counts visits and sends forms; null for none
 * @param canonical the one address that search engines may keep; null for pages that are none of theirs
 * @param style CSS of our own making with the colours of the business
 * @param training whether it sells programmes of training
 * @param reachable whether there is a contact to show
 * @param chat null for a page without one
 */
public record Shell(
        String title,
        String description,
        String brand,
        String home,
        @Nullable String business,
        @Nullable String canonical,
        @Nullable String picture,
        boolean indexed,
        String style,
        boolean training,
        boolean reachable,
        Assets assets,
        @Nullable Chat chat) {

    /** The chat on the page: its colour and its side, so that its button stands right before anything is asked. */
    public record Chat(String accent, String position) {}
}
