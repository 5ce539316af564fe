@org.jspecify.annotations.NullMarked
package io.orbita.platform.money;
