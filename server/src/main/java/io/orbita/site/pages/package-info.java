/** The pages that the server draws: the site of a business, its legal texts, the start page of an installation. */
@NullMarked
package io.orbita.site.pages;

import org.jspecify.annotations.NullMarked;
