import { transportThrough } from '../../../nodes/shared/transport';

const REQUEST = { method: 'GET' as const, url: 'https://business.openapi.zalo.me/message/quota' };
const held = (code: string) => Object.assign(new Error('the connection broke'), { code, config: { headers: { access_token: 'KEY' } } });
/** A body that begins and breaks off. */
const breaking = { destroy: () => undefined, async *[Symbol.asyncIterator]() { yield await Promise.resolve(Buffer.from('{"err')); throw held('ECONNRESET'); } };

it.each([
	['before there is an answer', async () => await Promise.reject(held('ECONNRESET'))],
	['inside of the answer', async () => await Promise.resolve({ statusCode: 200, headers: {}, body: breaking })],
])('an error %s says where it broke, and holds no request with its keys', async (_, helper) => {
	const wrap = (cause: unknown) => new Error('outside', { cause });
	const error: unknown = await transportThrough(helper, wrap)(REQUEST).catch((thrown: unknown) => thrown);
	const innermost = (error as Error).cause ?? error;
	expect(innermost).toMatchObject({ code: 'ECONNRESET' });
	expect(innermost).not.toHaveProperty('config');
});
