/** A file or an address, looked at once. Open {@link topfive.standalone.look.Looked}. */
package topfive.standalone.look;
