package topfive.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways to write a private address so that a check may overlook it: addresses times notations. */
final class HostForms {
    private static final List<String> INSIDE =
            List.of("127.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1");

    private static final List<String> OTHERS = List.of(
            "localhost",
            "LOCALHOST.",
            "metadata",
            "kafka",
            "[::1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fec0::1]",
            "[ff02::1]",
            "192.0.2.1",
            "198.18.0.1",
            "240.0.0.1",
            "255.255.255.255");

    private HostForms() {}

    static List<String> all() throws UnknownHostException {
        var forms = Stream.<String>builder();
        for (var address : INSIDE) {
            notations(InetAddress.getByName(address).getAddress()).forEach(forms);
        }
        return Stream.concat(forms.build(), OTHERS.stream()).toList();
    }

    private static Stream<String> notations(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        int d = bytes[3] & 0xff;
        long number = ((long) a << 24) | (b << 16) | (c << 8) | d;
        var dotted = a + "." + b + "." + c + "." + d;
        var high = hex((int) (number >> 16));
        var low = hex((int) (number & 0xffff));
        return Stream.of(
                dotted,
                dotted + ".",
                a + "." + (number & 0xffffff),
                a + "." + b + "." + (number & 0xffff),
                Long.toString(number),
                "0x" + Long.toHexString(number),
                "0" + Long.toOctalString(number),
                String.format(Locale.ROOT, "0x%x.0x%x.0x%x.0x%x", a, b, c, d),
                String.format(Locale.ROOT, "0%o.0%o.0%o.0%o", a, b, c, d),
                String.format(Locale.ROOT, "%03d.%03d.%03d.%03d", a, b, c, d),
                wide(dotted),
                dotted.replace('.', '\u3002'),
                "%" + Integer.toHexString(dotted.charAt(0)) + dotted.substring(1),
                "[::ffff:" + dotted + "]",
                "[::ffff:" + high + ":" + low + "]",
                "[::ffff:0:" + dotted + "]",
                "[::" + dotted + "]",
                "[64:ff9b::" + high + ":" + low + "]",
                "[64:ff9b:1::" + high + ":" + low + "]",
                "[2002:" + high + ":" + low + "::]",
                "[2001:0:4136:e378:8000:63bf:" + hex((int) (~number >> 16)) + ":" + hex((int) ~number) + "]",
                "[2a00:1450::5efe:" + high + ":" + low + "]",
                "someone@" + dotted,
                dotted + "@news.example",
                dotted + "\\@news.example");
    }

    private static String hex(int value) {
        return Integer.toHexString(value & 0xffff);
    }

    /** In the digits of East Asian typography, which host names are mapped from. */
    private static String wide(String digits) {
        var wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c == '.' ? '.' : c - '0' + '\uff10')));
        return wide.toString();
    }
}
