package io.videojob.internal.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which machines a link may lead to. A vendor, or whoever broke into one, could name an address of the user's own network;
 * this program would ask there from the inside.
 */
final class Addresses {
    private final boolean allowPrivate;

    Addresses(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Where a machine stands. */
    enum Place {
        PUBLIC,
        PRIVATE,
        LOOPBACK
    }

    /**
     * Refuses what may not be asked.
     *
     * @param afterTls true if an encrypted link redirected to this one
     */
    void check(URI uri, boolean afterTls) throws NotDelivered {
        // What is looked up here is what the client connects to: the JDK keeps answers for 30 s.
        Place place = place(uri);
        if (place != Place.PUBLIC && !allowPrivate) {
            throw NotDelivered.because(
                    uri.getHost() + " is on a private network; a result is loaded from there only with"
                            + " videojob.delivery.allow-private = on");
        }
        if (uri.getScheme().equals("https")) {
            return;
        }
        if (afterTls && place != Place.LOOPBACK) {
            throw NotDelivered.because("an https link redirects to http on " + uri.getHost()
                    + ", where anybody on the way could change the file");
        }
        if (place == Place.PUBLIC) {
            throw NotDelivered.because("http to " + uri.getHost()
                    + " is not encrypted, so anybody on the way could change the file; the link itself is in the result's"
                    + " outputs");
        }
    }

    private static Place place(URI uri) throws NotDelivered {
        try {
            Place[] places = Arrays.stream(InetAddress.getAllByName(uri.getHost()))
                    .map(Addresses::place)
                    .toArray(Place[]::new);
            return Arrays.stream(places).allMatch(place -> place == Place.LOOPBACK)
                    ? Place.LOOPBACK
                    : Arrays.stream(places).allMatch(place -> place == Place.PUBLIC) ? Place.PUBLIC : Place.PRIVATE;
        } catch (UnknownHostException e) {
            if (isProxied(uri)) {
                return Place.PUBLIC; // the proxy looks it up, and decides
            }
            throw NotDelivered.brokeOff(
                    "the machine " + uri.getHost() + " is not known; save again when the network is there", e);
        }
    }

    private static boolean isProxied(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector != null && selector.select(uri).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** The place of one address; one that wraps an IPv4 address is taken for that. */
    static Place place(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Place.LOOPBACK;
        }
        byte[] octets = address.getAddress();
        boolean ours = address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            return ours || isPrivate6(octets) ? Place.PRIVATE : Place.PUBLIC;
        }
        return ours || isReserved4(octets[0] & 0xff, octets[1] & 0xff, octets[2] & 0xff) ? Place.PRIVATE : Place.PUBLIC;
    }

    /** Beyond what the JDK knows, by the registry of RFC 6890: "this network", shared, protocol, benchmark, reserved. */
    private static boolean isReserved4(int a, int b, int c) {
        return a == 0
                || (a == 100 && b >= 64 && b < 128)
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && (b == 18 || b == 19))
                || a >= 240;
    }

    private static boolean isPrivate6(byte[] octets) {
        if ((octets[0] & 0xfe) == 0xfc) {
            return true; // unique local, RFC 4193
        }
        if (octets[0] == 0x20 && octets[1] == 0x02) {
            return place4(octets, 2) != Place.PUBLIC; // 6to4, RFC 3056
        }
        boolean compatible = startsWith(octets, new byte[12]);
        boolean translated = startsWith(octets, new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0});
        return (compatible || translated) && place4(octets, 12) != Place.PUBLIC;
    }

    private static boolean startsWith(byte[] octets, byte[] prefix) {
        return Arrays.equals(octets, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static Place place4(byte[] octets, int from) {
        try {
            return place(InetAddress.getByAddress(Arrays.copyOfRange(octets, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
