import type { INodeProperties } from 'n8n-workflow';
import { PATHS as CARESOFT_PATHS } from '../../../nodes/providers/caresoft/endpoints';
import { PATHS } from '../../../nodes/providers/esms/endpoints';
import type { Resource } from '../../../nodes/shared/operations';
import { resources as caresoft } from '../../../nodes/Caresoft/resources';
import { resources as esms } from '../../../nodes/Esms/resources';
import { KINDS } from './kinds.mjs';
import { hintsOf, itemsOf, pictureOf, previewStage, traceOf } from './stage.mjs';

const stage = previewStage();

describe.each(KINDS)('$name', (kind) => {
	it('sends nothing, and says so in the item and in a hint', async () => {
		const result = await stage.preview(kind);
		expect(result.error).toBeUndefined();
		expect(stage.sent()).toEqual([]);
		expect(stage.simulator.messages()).toEqual([]);
		const items = itemsOf(result);
		expect(items).toHaveLength(kind.items.length);
		for (const item of items) {
			expect(item).toMatchObject({ preview: true, status: 'preview', provider: expect.stringMatching(/^(esms|caresoft|zalo)$/) });
			expect(item).not.toHaveProperty('messageId');
			expect(item).not.toHaveProperty('acceptedAt');
		}
		expect(items[0]).toMatchObject({ recipient: kind.recipient });
		expect(hintsOf(result)).toEqual([expect.stringContaining("Nothing was sent: 'Preview Only' is on")]);
	});

	it('shows the very request that leaves without it, and no key', async () => {
		const previewed = await stage.preview(kind);
		const { request, requestId, channel } = itemsOf(previewed)[0] as { request: { method: string; url: string; query?: object; body?: object }; requestId: string | null; channel: string };
		const sent = await stage.send(kind);
		expect(sent.error).toBeUndefined();
		expect(stage.sent()).toEqual([{ method: request.method, path: new URL(request.url).pathname, query: request.query ?? {}, body: request.body }]);
		expect(itemsOf(sent)[0]).toMatchObject({ status: 'accepted', requestId, channel });
		expect(traceOf(previewed)).not.toMatch(/SIMULATOR-(API|SECRET|WEBHOOK|ACCESS|REFRESH|APP)/);
	});

	it('has a picture of each message that stands alone', async () => {
		const result = await stage.preview(kind);
		for (const item of kind.items.keys()) {
			const picture = pictureOf(result, item);
			for (const text of kind.shows) expect(picture).toContain(text);
			expect(picture).not.toMatch(/<(script|img|link|iframe|a|form|input)\b|\ssrc=|\shref=|url\(|@import/i);
		}
		expect(result.outputs[0]?.[0]?.binary?.preview).toMatchObject({ mimeType: 'text/plain', fileType: 'html', fileName: expect.stringMatching(/^preview-.*\.html$/) });
	});
});

describe('the operations that offer Preview Only', () => {
	const SENDING: readonly string[] = [...Object.entries(PATHS), ...Object.entries(CARESOFT_PATHS)].filter(([name]) => /^(send|call(By))/.test(name)).map(([, path]) => path);
	const offers = (fields: INodeProperties[]) => fields.some(({ name }) => name === 'previewOnly');
	const operations = (node: string, resources: readonly Resource[]) =>
		resources.flatMap(({ option, operations }) => operations.map((operation) => ({ ...operation, key: `${node} ${option.value} ${operation.option.value}` })));
	const all = [...operations('esms', esms), ...operations('caresoft', caresoft)];

	it('are those that send', () => {
		const sending = all.filter(({ calls }) => calls.some((path) => SENDING.includes(path))).map(({ key }) => key);
		expect(sending.length).toBeGreaterThan(12);
		expect(all.filter(({ fields }) => offers(fields)).map(({ key }) => key)).toEqual(sending);
	});

	it('are all tested here', () => {
		const tested = new Set(KINDS.map(({ type, parameters }) => `${type} ${String(parameters.resource)} ${String(parameters.operation)}`));
		expect(all.filter(({ fields }) => offers(fields)).filter(({ key }) => !tested.has(key))).toEqual([]);
	});
});
