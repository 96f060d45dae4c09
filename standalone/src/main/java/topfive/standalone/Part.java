package topfive.standalone;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import topfive.contract.Readiness;

/**
 * Something that runs in this JVM.
 *
 * @param address where people or programs reach it; "" where they do not
 * @param readiness asked at each request, so that it must be quick
 */
public record Part(String name, String address, Supplier<Readiness> readiness, AutoCloseable running) {
    /** Of a part that has nothing to say about itself. */
    public Part(String name, String address, BooleanSupplier ready, AutoCloseable running) {
        this(
                name,
                address,
                () -> ready.getAsBoolean() ? Readiness.READY : Readiness.not("it does not say why"),
                running);
    }
}
