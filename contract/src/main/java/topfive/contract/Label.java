package topfive.contract;

/**
 * A topic or theme with how well it fits.
 *
 * @param code e.g. {@code medtop:04000000} (IPTC Media Topics) or {@code theme:layoffs}
 * @param score thousandths, 0 to 1000
 */
public record Label(String code, String label, int score) {}
