import { Script } from 'node:vm';

/** Compiles the script of a page without running it; throws a SyntaxError when it is none. */
export function compilePageScript(html: string): void {
	const source = /<script>([\s\S]*)<\/script>/.exec(html)?.[1];
	if (source === undefined) throw new Error('The page has no script');
	void new Script(source);
}
