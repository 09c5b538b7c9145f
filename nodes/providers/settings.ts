import { pass, refuse, type Checked } from '../domain/checked';
import { withoutPassword } from '../domain/publicUrl';
import { quote, trimmed } from '../domain/text';

/**
 * Reads a key of a credential. Pages and chats add characters at its ends that nobody sees.
 *
 * @param label of the field in the credential
 */
export function readKey(label: string, given: unknown): Checked<string> {
	const key = trimmed(String(given ?? ''));
	if (key === '') return refuse(`The ${label} of the credential is empty: copy it from your provider into the credential`);
	// A header and a query take nothing else; the key itself has no place in a message.
	if (!/^[\x21-\x7e]+$/.test(key)) return refuse(`The ${label} of the credential holds a space or a character that no key has: copy it again`);
	return pass(key);
}

/**
 * Reads the address of a service in a credential.
 *
 * @param label of the field in the credential
 * @param standard what an empty field means
 * @returns the address without a slash at its end; `https://` is added where no scheme is given
 */
export function readServiceUrl(label: string, given: unknown, standard = ''): Checked<string> {
	const text = trimmed(String(given ?? '')) || standard;
	if (text === '') return refuse(`The ${label} of the credential is empty: enter its address, e.g. https://proxy.example.com`);
	const url = parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
	if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
		return refuse(`The ${label} of the credential is not a URL: ${quote(withoutPassword(text))}. Enter it like https://proxy.example.com`);
	}
	return pass(url.href.replace(/\/+$/, ''));
}

function parse(text: string): URL | undefined {
	if (/\s/.test(text) || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	// `http//x` and `mailto:a@b` become hosts of one word.
	return /^(http|https|mailto|ftp)$/.test(url.hostname) || /^https?:\/\/mailto:/i.test(text) ? undefined : url;
}
