package topfive.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are public. From the IANA special-purpose registries; of the IPv6 forms that carry an IPv4 address inside none is, since
 * who unpacks it decides where it leads.
 */
public final class PublicAddress {
    private static final List<Block> V4 = List.of(
            block(8, 0),
            block(8, 10),
            block(10, 100, 64),
            block(8, 127),
            block(16, 169, 254),
            block(12, 172, 16),
            block(24, 192, 0, 0),
            block(24, 192, 0, 2),
            block(24, 192, 88, 99),
            block(16, 192, 168),
            block(15, 198, 18),
            block(24, 198, 51, 100),
            block(24, 203, 0, 113),
            block(32, 168, 63, 129, 16), // answers machines in a large cloud only
            block(4, 224),
            block(4, 240));

    /** Of IPv6 only this is given out for use on the internet; loopback, local, mapped, translated and multicast lie outside. */
    private static final Block GLOBAL = block(3, 0x20);

    /** And of that not: Teredo and what else is for protocols; documentation, twice; 6to4. */
    private static final List<Block> V6 = List.of(
            block(23, 0x20, 0x01, 0x00),
            block(32, 0x20, 0x01, 0x0d, 0xb8),
            block(20, 0x3f, 0xff, 0x00),
            block(16, 0x20, 0x02));

    /** Interface ids of ISATAP (RFC 5214) carry an IPv4 address in their second half. */
    private static final byte[] ISATAP = {0x00, 0x00, 0x5e, (byte) 0xfe};

    private PublicAddress() {}

    private record Block(int bits, int... head) {
        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int wanted = bit / 8 < head.length ? head[bit / 8] : 0;
                if ((address[bit / 8] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(int bits, int... head) {
        return new Block(bits, head);
    }

    public static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isOfV4(bytes) : isOfV6(bytes);
    }

    private static boolean isOfV4(byte[] bytes) {
        return V4.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isOfV6(byte[] bytes) {
        var id = Arrays.copyOfRange(bytes, 8, 12);
        id[0] &= ~2; // "universal" or not
        boolean carriesPrivate = Arrays.equals(id, ISATAP) && !isOfV4(Arrays.copyOfRange(bytes, 12, 16));
        return GLOBAL.contains(bytes) && !carriesPrivate && V6.stream().noneMatch(block -> block.contains(bytes));
    }
}
