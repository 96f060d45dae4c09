/** The whole way from files to an edition in this process, without a broker. Open {@link topfive.standalone.trial.Trial}. */
package topfive.standalone.trial;
