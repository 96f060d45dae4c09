package topfive.standalone;

import java.util.function.BooleanSupplier;

/**
 * Something that runs in this JVM.
 *
 * @param address where people or programs reach it; "" where they do not
 */
public record Part(String name, String address, BooleanSupplier ready, AutoCloseable running) {}
