/** Runs that show something only after a while: restarts, a restore, a full disk, a soak, a flood. */
package topfive.chaos.lasting;
