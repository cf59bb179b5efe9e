package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.internal.delivery.Addresses.Place;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses strict = new Addresses(false);
    private final Addresses open = new Addresses(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "2002:0a00:0001::1",
                "2002:7f00:0001::1",
            })
    void privateAddressesAreKnown(String address) throws Exception {
        assertThat(Addresses.place(InetAddress.getByName(address))).isEqualTo(Place.PRIVATE);
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThatThrownBy(() -> strict.check(URI.create("https://" + host + "/x"), false))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("private network");
        assertThatCode(() -> open.check(URI.create("https://" + host + "/x"), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.9.9.9", "127.1", "2130706433", "localhost", "[::1]", "[::ffff:127.0.0.1]"})
    void thisMachineIsKnownHoweverItIsWritten(String host) {
        assertThatThrownBy(() -> strict.check(URI.create("http://" + host + "/x"), false))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("private network");
        assertThatCode(() -> open.check(URI.create("http://" + host + "/x"), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "[2606:4700::1111]",
                "[::ffff:1.1.1.1]",
                "[64:ff9b::1.1.1.1]",
                "[2002:0101:0101::1]",
            })
    void publicAddressesAreAskedOverTls(String host) {
        assertThatCode(() -> strict.check(URI.create("https://" + host + "/x"), false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.check(URI.create("http://" + host + "/x"), false))
                .hasMessageContaining("is not encrypted");
        assertThatThrownBy(() -> open.check(URI.create("http://" + host + "/x"), false))
                .hasMessageContaining("is not encrypted");
    }

    @Test
    void fromTlsToPlainHttpIsForThisMachineOnly() {
        assertThatCode(() -> open.check(URI.create("http://10.0.0.1/x"), false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> open.check(URI.create("http://10.0.0.1/x"), true))
                .hasMessageContaining("an https link redirects to http on 10.0.0.1");
        assertThatThrownBy(() -> open.check(URI.create("http://1.1.1.1/x"), true))
                .hasMessageContaining("an https link redirects to http on 1.1.1.1");
    }
}
