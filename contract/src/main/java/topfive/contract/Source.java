package topfive.contract;

import java.util.Objects;

/**
 * Who said it.
 *
 * @param id the operator's name for the source, unique in an installation
 * @param name what a reader knows it by
 * @param kind {@code feed}, {@code page}, {@code episode}, {@code folder}, {@code file} or {@code push}
 * @param owner registrable domain or publisher family; sources of one owner never support each other
 * @param url where the source is read from; null for what was pushed
 */
public record Source(String id, String name, String kind, String owner, String url) {
    public Source {
        Objects.requireNonNull(id, "source id");
        Objects.requireNonNull(name, "source name");
        Objects.requireNonNull(kind, "source kind");
        Objects.requireNonNull(owner, "source owner");
    }
}
