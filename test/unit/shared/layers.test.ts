import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { layersOf, withoutRequest } from '../../../nodes/shared/layers';
import { networkCode } from '../../../nodes/shared/neverLeft';

const node: INode = { id: '1', name: 'N', type: 'n', typeVersion: 1, position: [0, 0], parameters: {} };
const HELD = { config: { headers: { access_token: 'KEY' } }, request: { path: '/?key=KEY' }, response: { data: 'KEY' }, options: { body: 'KEY' } };
const broken = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', syscall: 'read', ...HELD });

it('an error keeps where it broke, and loses the request with its keys, however deep', () => {
	const cause = broken();
	const error = new NodeApiError(node, Object.assign(new Error('outside', { cause }), HELD) as unknown as JsonObject);
	expect(withoutRequest(error)).toBe(error);
	const layers = [...layersOf(error)];
	expect(layers).toHaveLength(3);
	for (const layer of layers) expect(Object.keys(layer).filter((name) => name in HELD)).toEqual([]);
	expect(cause).toMatchObject({ message: 'socket hang up', code: 'ECONNRESET', syscall: 'read' });
	expect(networkCode(error)).toBe('ECONNRESET');
});

it.each([undefined, null, 'text', Object.freeze(broken())])('whatever was thrown is handed on: %p', (thrown) => {
	expect(withoutRequest(thrown)).toBe(thrown);
});

it('what wraps itself has an end', () => {
	const error: { cause?: unknown } = {};
	error.cause = error;
	expect([...layersOf(error)].length).toBeLessThan(10);
});
