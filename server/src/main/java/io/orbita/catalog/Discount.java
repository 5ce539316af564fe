package io.orbita.catalog;

import io.orbita.platform.money.Money;
import java.math.RoundingMode;

/** How much a promo code takes off. */
public sealed interface Discount {

    /** Off this price, before the limits of a quote are applied. */
    Money off(Money price);

    /** @param percent 1 to 100 */
    record Percent(int percent) implements Discount {
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("A percentage is from 1 to 100");
            }
        }

        /** Half a kopeck is rounded up: in favour of the client. */
        @Override
        public Money off(Money price) {
            return price.percent(percent, RoundingMode.HALF_UP);
        }
    }

    /** @param amount positive */
    record Fixed(Money amount) implements Discount {
        public Fixed {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("A discount is more than nothing");
            }
        }

        @Override
        public Money off(Money price) {
            return amount;
        }
    }
}
