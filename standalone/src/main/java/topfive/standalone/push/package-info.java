/** Files handed to the push API of a service that runs. Start at {@code Delivery}. */
package topfive.standalone.push;
