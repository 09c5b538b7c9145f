/**
 * @typedef {object} Task what the schedule has to know of a step
 * @property {string} name
 * @property {string[]} [needs] what must have passed before, where it is part of this run
 * @property {number} [cores] how many processor cores it keeps busy; 1 where it says nothing
 * @property {boolean} [alone] runs after all others and with nothing beside it
 */

/** @param {Task} task */
const coresOf = ({ cores = 1 }) => cores;

/**
 * The task to start next: the first in the list that has what it needs and finds room.
 *
 * @template {Task} T
 * @param {{ waiting: T[], running: T[], room: number }} state `room` in processor cores
 * @returns {T | undefined} nothing while it is better to wait
 */
export function nextTask({ waiting, running, room }) {
	if (running.some(({ alone }) => alone)) return undefined;
	const open = new Set([...waiting, ...running].map(({ name }) => name));
	const ready = waiting.filter(({ needs = [] }) => !needs.some((name) => open.has(name)));
	if (running.length === 0) return ready.find(({ alone }) => !alone) ?? ready[0];
	const left = room - running.reduce((sum, task) => sum + coresOf(task), 0);
	return ready.find((task) => !task.alone && coresOf(task) <= left);
}

/**
 * Whether other tasks may run beside this one.
 *
 * @template {Task} T
 * @param {T} task
 * @param {{ waiting: T[], running: T[], room: number }} others
 * @returns {boolean}
 */
export function hasCompany(task, { waiting, running, room }) {
	if (task.alone || coresOf(task) >= room) return false;
	const later = new Set([task.name]);
	for (const { name, needs = [] } of waiting) if (needs.some((needed) => later.has(needed))) later.add(name);
	return running.length > 0 || waiting.some(({ name, alone }) => !alone && !later.has(name));
}

/**
 * Runs tasks side by side as far as there is room. One that fails ends the run, or, with
 * `keepGoing`, only what needs it.
 *
 * @template {Task} T
 * @param {T[]} tasks each after those that it needs
 * @param {object} how
 * @param {number} how.room in processor cores
 * @param {boolean} how.keepGoing
 * @param {(task: T, company: boolean) => Promise<boolean>} how.start says whether it passed
 * @param {() => void} how.stop ends the tasks that run
 * @returns {Promise<T[]>} the tasks that were not started
 */
export async function schedule(tasks, { room, keepGoing, start, stop }) {
	let waiting = [...tasks];
	/** @type {T[]} */
	const dropped = [];
	/** @type {Map<T, Promise<void>>} */
	const running = new Map();

	/** @param {(task: T) => boolean} which */
	const drop = (which) => {
		dropped.push(...waiting.filter(which));
		waiting = waiting.filter((task) => !dropped.includes(task));
	};
	/** @param {T} failed */
	const afterFailure = (failed) => {
		if (keepGoing) {
			const lost = new Set([failed.name]);
			for (const { name, needs = [] } of waiting) if (needs.some((needed) => lost.has(needed))) lost.add(name);
			return drop(({ name }) => lost.has(name));
		}
		drop(() => true);
		stop();
	};
	/** @param {T} task */
	const launch = async (task) => {
		const passed = await start(task, hasCompany(task, { waiting, running: [...running.keys()], room }));
		running.delete(task);
		if (!passed) afterFailure(task);
	};

	while (waiting.length + running.size > 0) {
		const task = nextTask({ waiting, running: [...running.keys()], room });
		if (!task) {
			await Promise.race(running.values());
			continue;
		}
		waiting = waiting.filter((other) => other !== task);
		running.set(task, launch(task));
	}
	return dropped;
}
