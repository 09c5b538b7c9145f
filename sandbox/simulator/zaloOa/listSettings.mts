/** Lists and details of an account (zalo.md 3.7, 4.1). */
export interface ZaloListSettings {
	/** `timeout` of a template: a number in the sample, a string in two older copies (zalo.md 3.4). */
	timeout: 'number' | 'string';
	/** `timeout` of every template, ms. */
	timeoutMs: number;
	/** `templateId`: a string in the sample of the detail; nobody shows the list. */
	templateId: 'string' | 'number';
	/** `listParams[].type`: only STRING was seen; 'varied' invents other values, which clients have to bear. */
	parameterTypes: 'STRING' | 'varied';
	/** Names of the tags: those since 2024-04-16, or the older ones of the samples (zalo.md 4.2). */
	tags: 'new' | 'old';
	/** A page over 100, or one without offset and limit: not documented. */
	badPage: 'refuse' | 'cap';
	/** Members of `/message/quota` that are null in the sample. */
	quota: 'sample' | 'numbers';
	/** Verb of `/rating/get`: POST, while an older page shows GET. */
	ratingVerb: 'POST' | 'GET' | 'either';
	/** Where POST calls that read take their parameters: in the query as written for ratings, or in a JSON body. */
	readParameters: 'either' | 'query' | 'body';
	/** Adds a template that is written to break careless clients; for tests. */
	oddTemplate: boolean;
}

export function defaultListSettings(): ZaloListSettings {
	return {
		timeout: 'number',
		timeoutMs: 7_200_000,
		templateId: 'string',
		parameterTypes: 'STRING',
		tags: 'new',
		badPage: 'refuse',
		quota: 'sample',
		ratingVerb: 'POST',
		readParameters: 'either',
		oddTemplate: false,
	};
}
