/**
 * Settings: defaults, then {@code topfive.yml}, then the environment, then flags. Open {@link topfive.standalone.config.Configuration};
 * every key stands in {@link topfive.standalone.config.Keys}.
 */
package topfive.standalone.config;
