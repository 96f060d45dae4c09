package topfive.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses are public. From the IANA special-purpose registries, and the IPv6 forms that carry an IPv4 address inside. */
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
            block(4, 224),
            block(4, 240));

    /** Unspecified, loopback and IPv4-compatible; mapped; NAT64 twice; discard; Teredo and the like; documentation; 6to4; ULA; link and site local; multicast. */
    private static final List<Block> V6 = List.of(
            block(80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            block(32, 0x00, 0x64, 0xff, 0x9b),
            block(64, 0x01, 0x00, 0, 0, 0, 0, 0, 0),
            block(23, 0x20, 0x01, 0x00),
            block(32, 0x20, 0x01, 0x0d, 0xb8),
            block(16, 0x20, 0x02),
            block(20, 0x3f, 0xff, 0x00),
            block(16, 0x5f, 0x00),
            block(7, 0xfc),
            block(10, 0xfe, 0x80),
            block(10, 0xfe, 0xc0),
            block(8, 0xff));

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
        return (address instanceof Inet4Address ? V4 : V6).stream().noneMatch(block -> block.contains(bytes));
    }
}
