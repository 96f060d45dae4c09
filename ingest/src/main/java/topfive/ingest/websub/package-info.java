/**
 * WebSub (W3C Recommendation, 23 January 2018), the subscriber's side: hubs are asked to bring what is new, and believed only with their
 * signature. Start at {@code WebSub}.
 */
package topfive.ingest.websub;
