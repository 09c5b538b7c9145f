/** Says what was measured, also where every test passes; test files may not use the console themselves. */
export function print(text: string): void {
	process.stdout.write(`${text}\n`);
}
