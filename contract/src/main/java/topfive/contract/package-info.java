/** What the services say to each other: records, topics, JSON. No logic. Start at {@link topfive.contract.Topics}. */
package topfive.contract;
