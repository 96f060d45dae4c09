package topfive.dashboard.web;

import java.util.function.Supplier;

/** Where readers reach us: as configured, else the address we listen on, which is known only once we do. */
public record Site(Supplier<String> address) {
    /** @return without a slash at its end */
    String url() {
        return address.get();
    }
}
