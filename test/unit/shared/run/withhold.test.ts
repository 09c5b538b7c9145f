import { Withheld, withholding } from '../../../../nodes/shared/run/withhold';

it.each(['GET', 'POST'] as const)('a transport that previews lets no %s out, and tells which request it was', async (method) => {
	const request = { method, url: 'https://rest.esms.vn/json/GetTemplate/' };
	const stopped = await withholding(request).catch((error: unknown) => error);
	expect(stopped).toBeInstanceOf(Withheld);
	expect(stopped).toMatchObject({ request });
});
