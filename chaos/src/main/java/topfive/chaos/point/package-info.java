/** Every moment around publication at which a process can die, one after the other. */
package topfive.chaos.point;
