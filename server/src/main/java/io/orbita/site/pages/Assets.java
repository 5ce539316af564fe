package io.orbita.site.pages;

/** Addresses of the files that a page needs; each carries the hash of its content, so that browsers keep it for ever. */
public record Assets(String css, String script, String icon, String cyrillic, String latin) {}
