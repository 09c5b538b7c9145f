import type { ProviderRequest } from '../../../../nodes/providers/transport';
import { Withheld, withholding } from '../../../../nodes/shared/preview/withhold';

const answer = { status: 200, headers: {}, body: '{}' };

it('lets out what reads, and nothing else', async () => {
	const left: string[] = [];
	const transport = withholding(async ({ url }) => (left.push(url), answer), ['/json/GetTemplate/']);
	const ask = async (url: string, method: ProviderRequest['method'] = 'POST') => await transport({ method, url }).catch((error: unknown) => error);

	expect(await ask('https://rest.esms.vn/json/GetTemplate/')).toBe(answer);
	for (const url of ['https://rest.esms.vn/json/Send/', 'https://rest.esms.vn/json/GetTemplate', 'https://rest.esms.vn/json/GetTemplate/?x', 'https://rest.esms.vn/json/GetTemplate/send']) {
		expect(await ask(url)).toBeInstanceOf(Withheld);
	}
	// A call by phone is a GET.
	expect(await ask('https://voiceapi.esms.vn/json/MakeCall', 'GET')).toMatchObject({ request: { method: 'GET' } });
	expect(left).toEqual(['https://rest.esms.vn/json/GetTemplate/']);
});

it('lets out nothing where nothing may be read', async () => {
	const transport = withholding(async () => answer);
	await expect(transport({ method: 'GET', url: 'https://api.caresoft.vn/x' })).rejects.toBeInstanceOf(Withheld);
});
