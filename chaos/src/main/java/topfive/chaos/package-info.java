/** The product in trouble: processes are killed, networks cut, disks filled, and what it published is held against a run in peace. */
package topfive.chaos;
