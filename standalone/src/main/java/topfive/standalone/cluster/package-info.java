/** What a cluster must be, have and allow, looked at before a service starts. Open {@link topfive.standalone.cluster.Suited}. */
package topfive.standalone.cluster;
