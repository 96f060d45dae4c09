/** Three brokers that can be killed and cut off from each other: open {@link topfive.chaos.cluster.Cluster}. */
package topfive.chaos.cluster;
