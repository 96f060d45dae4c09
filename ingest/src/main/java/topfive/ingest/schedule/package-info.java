/** When a source is asked again, as a pure function of what it said and how it does. Start at {@link topfive.ingest.schedule.Rhythm}. */
package topfive.ingest.schedule;
