package io.orbita.site.pages;

import io.orbita.catalog.Tariff;

/** A tariff on the page; {@code highlighted} is the one that stands out. */
public record PriceTag(Tariff tariff, boolean highlighted) {}
