import { SHORT_CODE_PARAMETERS, type ShortCodeParameter, type ShortCodeText } from './esms/shortCode.mjs';

const REQUIRED = ['url', 'sender', 'content', 'serviceNumber'] as const;

function isParameter(name: unknown): name is ShortCodeParameter {
	return SHORT_CODE_PARAMETERS.some((parameter) => parameter === name);
}

/** The text message a body of the control interface describes; throws what is wrong with it. */
export function readShortCodeText(body: string): ShortCodeText {
	const given: unknown = JSON.parse(body);
	if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error('The message is a JSON object');
	const { omit = [], ...texts } = given as Record<string, unknown>;
	for (const [name, value] of Object.entries(texts)) {
		if (name !== 'url' && !isParameter(name)) throw new Error(`There is no parameter ${name}`);
		if (typeof value !== 'string') throw new Error(`${name} must be a string`);
	}
	for (const name of REQUIRED) if (texts[name] === undefined) throw new Error(`${name} is missing`);
	if (!URL.canParse(String(texts.url))) throw new Error('url must be a URL');
	if (!Array.isArray(omit) || !omit.every(isParameter)) throw new Error('omit must be a list of parameters');
	return { ...(texts as Pick<ShortCodeText, (typeof REQUIRED)[number]>), omit };
}
