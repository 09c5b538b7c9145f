import fc from 'fast-check';
import { readBody } from '../../../nodes/shared/answerBody';
import { PassThrough, Readable } from '../../support/streams.mjs';

const streamOf = (chunks: Uint8Array[]) => Readable.from(chunks, { objectMode: false });

it('reads text however its bytes are cut', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, size) => {
			const bytes = Buffer.from(text);
			const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
			expect(await readBody(streamOf(chunks), 10_000, 10_000)).toEqual({ text: text.replace(/^\uFEFF/, ''), tooLong: false });
		}),
	);
});

it('leaves the mark of UTF-8 out', async () => {
	expect((await readBody(streamOf([Buffer.from('\uFEFF{}')]), 10, 10_000)).text).toBe('{}');
});

it('reads no more than it may, and closes the connection', async () => {
	const stream = streamOf(Array.from({ length: 100 }, () => Buffer.from('1234567890')));
	expect(await readBody(stream, 30, 10_000)).toEqual({ text: '1234567890'.repeat(4), tooLong: true });
	expect(stream.destroyed).toBe(true);
	expect(await readBody(streamOf([Buffer.from('123')]), 3, 10_000)).toEqual({ text: '123', tooLong: false });
});

it('gives a body up that does not end in time', async () => {
	const stream = new PassThrough();
	stream.write('{"a":');
	await expect(readBody(stream, 100, 50)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
	expect(stream.destroyed).toBe(true);
});

it('tells how a body broke off', async () => {
	const stream = new PassThrough();
	stream.write('{"a":');
	stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
	await expect(readBody(stream, 100, 10_000)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it.each([
	['{"a":1}', '{"a":1}'],
	[{ a: 1 }, '{"a":1}'],
	[undefined, '""'],
	[null, '""'],
])('takes %j, where a host hands out no stream', async (body, text) => {
	expect(await readBody(body, 1, 10_000)).toEqual({ text, tooLong: false });
});
