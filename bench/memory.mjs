/** Memory of another process, as Linux tells it; elsewhere nothing is told. */
import { readFileSync, writeFileSync } from 'node:fs';

/** @returns the most that a process has had since its peak was forgotten, MB; NaN where the system does not tell */
export const peakMemory = (pid) => read(pid, 'VmHWM');

/** @returns what a process has now, MB, and forgets its peak: that of its start would hide what comes */
export function memoryNow(pid) {
	try {
		writeFileSync(`/proc/${pid}/clear_refs`, '5');
	} catch {
		// The peak counts from its start then.
	}
	return read(pid, 'VmRSS');
}

function read(pid, name) {
	try {
		const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes) / 1024;
	} catch {
		return Number.NaN;
	}
}
