@org.jspecify.annotations.NullMarked
package io.orbita.catalog;
