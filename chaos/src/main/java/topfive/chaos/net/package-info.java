/** A network that misbehaves on demand: open {@link topfive.chaos.net.Proxy}. */
package topfive.chaos.net;
