package topfive.ingest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The private addresses that the operator allows by name: {@code host:port} or {@code CIDR:port}, port {@code *} for any. */
public final class PrivateHosts {
    private static final Pattern ENTRY =
            Pattern.compile("(\\[[0-9a-fA-F:.]+\\](?:/\\d{1,3})?|[^\\[\\]:/]+(?:/\\d{1,3})?):(\\*|\\d{1,5})");

    private final List<Entry> entries;

    private record Entry(String host, InetAddress network, int bits, int port) {
        boolean allows(String name, InetAddress address, int wanted) {
            if (port >= 0 && port != wanted) {
                return false;
            }
            return network == null ? host.equalsIgnoreCase(name) : contains(address);
        }

        private boolean contains(InetAddress address) {
            var mine = network.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PrivateHosts(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static PrivateHosts of(List<String> allowed) {
        return new PrivateHosts(allowed.stream().map(PrivateHosts::entry).toList());
    }

    /** @param name the host as the address was written; @param address what it resolves to */
    public boolean allow(String name, InetAddress address, int port) {
        return entries.stream().anyMatch(entry -> entry.allows(name, address, port));
    }

    /** Whether this address is written as one that is allowed; nothing is resolved. */
    public boolean names(String url) {
        try {
            var uri = new URI(url);
            var host = uri.getHost() == null ? "" : uri.getHost();
            var bare = host.replaceAll("^\\[|]$", "");
            boolean literal = bare.matches("[\\d.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
            var address = literal ? InetAddress.getByName(bare) : InetAddress.getByAddress(new byte[4]);
            return allow(bare, address, port(uri));
        } catch (URISyntaxException | UnknownHostException e) {
            return false;
        }
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static Entry entry(String text) {
        var matcher = ENTRY.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("fetch.allow-private: " + text
                    + "; expected host:port or CIDR:port, e.g. 127.0.0.1:8000 or 10.0.0.0/8:*");
        }
        var host = matcher.group(1).replaceAll("[\\[\\]]", "");
        int port = matcher.group(2).equals("*") ? -1 : Integer.parseInt(matcher.group(2));
        int slash = host.indexOf('/');
        var bare = slash < 0 ? host : host.substring(0, slash);
        if (!bare.matches("[\\d.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return new Entry(bare, null, 0, port);
        }
        try {
            var network = InetAddress.getByName(bare);
            int most = network.getAddress().length * 8;
            int bits = slash < 0 ? most : Math.min(most, Integer.parseInt(host.substring(slash + 1)));
            return new Entry(bare, network, bits, port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("fetch.allow-private: " + text + " is no address", e);
        }
    }
}
