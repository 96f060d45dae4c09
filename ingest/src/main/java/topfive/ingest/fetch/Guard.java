package topfive.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import javax.net.SocketFactory;

/**
 * Makes the sockets, and so decides about every connection at the only moment that counts: on the address and port that is being connected
 * to. What a name resolved to before, or resolves to a moment later, does not matter.
 */
final class Guard extends SocketFactory {
    static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 8080, 8443);

    private final PrivateHosts allowed;
    private final Set<Integer> ports;
    private final Budget budget;

    Guard(PrivateHosts allowed, Set<Integer> ports, Budget budget) {
        this.allowed = allowed;
        this.budget = budget;
        this.ports = Set.copyOf(ports);
    }

    private void check(InetSocketAddress to) throws Refused {
        var address = to.getAddress();
        var name = WebAddress.withoutDot(to.getHostString());
        if (address != null && allowed.allow(name, address, to.getPort())) {
            return;
        }
        if (address == null || !PublicAddress.is(address)) {
            throw new Refused(
                    "private-address", named(name, address) + "; name it in fetch.allow-private if it is meant");
        }
        if (!ports.contains(to.getPort())) {
            throw new Refused(
                    "odd-port",
                    name + ":" + to.getPort() + " is not a port of web servers (80, 443, 8080, 8443); name " + name
                            + ":" + to.getPort() + " in fetch.allow-private if it is meant");
        }
    }

    private static String named(String name, InetAddress address) {
        var number = address == null ? "unknown" : address.getHostAddress();
        return name.equals(number) ? name + " is a private address" : name + " is " + number + ", a private address";
    }

    @Override
    public Socket createSocket() {
        return new Socket(Proxy.NO_PROXY) { // a proxy would connect to addresses that nobody checked
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                check((InetSocketAddress) to);
                super.connect(to, timeout);
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return budget.counted(super.getInputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connected without a check");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("connected without a check");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("connected without a check");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("connected without a check");
    }
}
