@org.jspecify.annotations.NullMarked
package io.orbita.payments.provider.sandbox;
