package trastienda.server.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// An address or a range of them in CIDR form: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.
public record AddressRange(InetAddress network, int bits) {
    /// Reads one range; names are not looked up.
    ///
    /// @throws IllegalArgumentException when it is neither an address nor a range
    public static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        if (!host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        try {
            var network = InetAddress.getByName(host);
            var most = network.getAddress().length * 8;
            var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("not a range: " + text);
            }
            return new AddressRange(network, bits);
        } catch (UnknownHostException | NumberFormatException wrong) {
            throw new IllegalArgumentException("not an address or range: " + text, wrong);
        }
    }

    /// Whether the address lies in this range.
    public boolean contains(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
