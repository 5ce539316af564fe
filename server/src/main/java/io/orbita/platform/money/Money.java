package io.orbita.platform.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An amount in the smallest unit of a currency that has two decimals: {@code Money(299000, "RUB")} is 2 990 ₽. May be
 * zero or negative (a difference, a refund in a report); who needs a positive amount asks {@link #isPositive()}.
 *
 * <p>Arithmetic never wraps: what does not fit into a {@code long} is an {@link ArithmeticException}. Amounts of
 * different currencies never meet: {@link IllegalArgumentException}.
 *
 * <p>In JSON: <code>{"amount": "2990.00", "currency": "RUB"}</code>.
 */
@JsonDeserialize(using = MoneyReader.class)
@JsonPropertyOrder({"amount", "currency"})
public record Money(
        @JsonIgnore long minor, @JsonProperty("currency") String currency) implements Comparable<Money> {

    public static final String RUB = "RUB";

    /** No more than twelve digits before the point: a trillion less one kopeck is beyond any till. */
    private static final Pattern WRITTEN = Pattern.compile("-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final BigInteger HUNDRED_PER_CENT = BigInteger.valueOf(10_000);
    private static final char NBSP = '\u00A0';

    public Money {
        if (!isSupported(currency)) {
            throw new IllegalArgumentException("Not a currency with two decimals: " + currency);
        }
    }

    /** Whole roubles. */
    public static Money rubles(long rubles) {
        return new Money(Math.multiplyExact(rubles, 100), RUB);
    }

    public static Money kopecks(long kopecks) {
        return new Money(kopecks, RUB);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads {@code 2990}, {@code 2990.5} or {@code 2990.00}: at most twelve digits and two decimals, a point, no
     * exponent, no plus, no spaces, no leading zeros.
     *
     * @throws IllegalArgumentException for anything else; the message never repeats the text
     */
    public static Money of(String amount, String currency) {
        if (!WRITTEN.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "An amount is up to 12 digits, a point and up to 2 digits, for example 2990.00");
        }
        return new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), currency);
    }

    /** Whether amounts of this ISO 4217 code can be held: it must exist and have two decimals. */
    public static boolean isSupported(String currency) {
        if (!CODE.matcher(currency).matches()) {
            return false;
        }
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() == 2;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Always with two decimals and a point: {@code 2990.00}, {@code -0.50}. */
    @JsonProperty("amount")
    public String amount() {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** So many per cent of this amount, in whole kopecks, rounded as the caller says. */
    public Money percent(int percent, RoundingMode rounding) {
        return basisPoints(Math.multiplyExact(percent, 100L), rounding);
    }

    /** So many hundredths of a per cent of this amount (500 = 5 %), in whole kopecks, rounded as the caller says. */
    public Money basisPoints(long points, RoundingMode rounding) {
        var product = new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(points)));
        return new Money(
                product.divide(new BigDecimal(HUNDRED_PER_CENT), 0, rounding).longValueExact(), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @JsonIgnore
    public boolean isZero() {
        return minor == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return minor > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return minor < 0;
    }

    /**
     * For people: «2 990 ₽», «2 990,50 ₽», «−15 ₽»; kopecks only when there are any, non-breaking spaces throughout.
     */
    public String inRussian() {
        var digits = BigInteger.valueOf(minor).abs();
        var parts = digits.divideAndRemainder(BigInteger.valueOf(100));
        var text = new StringBuilder(parts[0].toString());
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, NBSP);
        }
        if (parts[1].signum() != 0) {
            text.append(',').append(parts[1].intValue() / 10).append(parts[1].intValue() % 10);
        }
        if (minor < 0) {
            text.insert(0, '\u2212');
        }
        return text.append(NBSP).append(sign()).toString();
    }

    /** For logs and messages to developers: {@code 2990.00 RUB}. */
    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private String sign() {
        return switch (currency) {
            case "RUB" -> "₽";
            case "USD" -> "$";
            case "EUR" -> "€";
            case "KZT" -> "₸";
            default -> currency;
        };
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(currency, other.currency));
        }
        return other;
    }
}
