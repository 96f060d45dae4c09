package topfive.standalone.config;

import java.time.Duration;

/**
 * One entry of {@code sources} in topfive.yml.
 *
 * @param kind {@code feed}, {@code page}, {@code episode}, {@code folder} or {@code file}
 * @param owner "" where it follows from the address
 */
public record SourceEntry(String id, String name, String url, String kind, Duration every, String owner) {}
