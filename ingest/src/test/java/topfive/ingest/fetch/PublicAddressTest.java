package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.170",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "168.63.129.16",
                "::ffff:0:127.0.0.1",
                "100::1",
                "2001:0:4136:e378:8000:63bf:80ff:fffe",
                "2a00:1450::5efe:10.0.0.1",
                "2a00:1450::200:5efe:127.0.0.1",
                "3fff::1",
                "5f00::1"
            })
    void is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.3.1",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2a00:1450::5efe:8.8.8.8"
            })
    void is_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_private_address_is_allowed_by_name_or_network_and_port() throws UnknownHostException {
        var hosts = PrivateHosts.of(List.of("127.0.0.1:8000", "10.0.0.0/8:*", "intranet:80", "[::1]:*"));
        var loopback = InetAddress.getByName("127.0.0.1");

        assertThat(hosts.allow("127.0.0.1", loopback, 8000)).isTrue();
        assertThat(hosts.allow("127.0.0.1", loopback, 8001)).isFalse();
        assertThat(hosts.allow("wiki", InetAddress.getByName("10.9.9.9"), 8443)).isTrue();
        assertThat(hosts.allow("intranet", InetAddress.getByName("192.168.0.9"), 80))
                .isTrue();
        assertThat(hosts.allow("elsewhere", InetAddress.getByName("192.168.0.9"), 80))
                .isFalse();
        assertThat(hosts.allow("::1", InetAddress.getByName("::1"), 9)).isTrue();
        assertThat(hosts.names("http://127.0.0.1:8000/feed")).isTrue();
        assertThat(hosts.names("https://example.org/feed")).isFalse();
    }

    @Test
    void an_entry_without_a_port_is_refused() {
        assertThatThrownBy(() -> PrivateHosts.of(List.of("127.0.0.1")))
                .hasMessageContaining("expected host:port or CIDR:port");
    }
}
