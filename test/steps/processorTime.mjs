/** Linux counts processor time in these for every program, whatever the clock of the kernel. */
const TICKS_PER_SECOND = 100;
/** Fields of /proc/<pid>/stat, counted behind the name of the program (man 5 proc): cutime and cstime. */
const [CHILD_USER, CHILD_SYSTEM] = [13, 14];

/**
 * Processor time of the children of a process, and of theirs, as far as they have ended.
 *
 * @param {string} stat what stands in /proc/<pid>/stat
 * @returns {number} seconds
 */
export function childSeconds(stat) {
	// The name may hold spaces and brackets of its own.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[CHILD_USER]) + Number(fields[CHILD_SYSTEM])) / TICKS_PER_SECOND;
}
