package io.orbita.payments.provider;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Ranges of internet addresses, v4 and v6. */
public final class Networks {

    private record Range(byte[] base, int bits) {

        boolean contains(byte[] address) {
            if (address.length != base.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(base, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xFF << (8 - rest);
            return rest == 0 || (base[whole] & mask) == (address[whole] & mask);
        }
    }

    private static final Pattern QUAD = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private final List<Range> ranges;

    private Networks(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param ranges such as {@code 185.71.76.0/27}, {@code 77.75.156.11}, {@code 2a02:5180::/32}
     * @throws IllegalArgumentException for anything else; names are never looked up
     */
    public static Networks of(List<String> ranges) {
        return new Networks(ranges.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Networks::range)
                .toList());
    }

    /** Whether the literal address lies in one of the ranges; what is no address lies nowhere. */
    public boolean contains(String address) {
        byte[] bytes;
        try {
            bytes = literal(address);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
        return ranges.stream().anyMatch(range -> range.contains(bytes));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    private static Range range(String text) {
        var slash = text.indexOf('/');
        var base = literal(slash < 0 ? text : text.substring(0, slash));
        int most = base.length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not a range of addresses: " + text);
        }
        return new Range(base, bits);
    }

    /** Not the abbreviations of old, where 10.1 means 10.0.0.1. */
    private static byte[] literal(String text) {
        if (text.indexOf(':') < 0 && !QUAD.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an address: " + text);
        }
        return InetAddress.ofLiteral(text).getAddress();
    }
}
