import { refuse } from '../../../domain/checked';
import { quote } from '../../../domain/text';
import { isWebUrl } from '../../../domain/zalo/rules';
import type { Kind } from './kind';
import { text } from './text';

/** An address of the web. */
export const webUrl: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return !read.ok || isWebUrl(read.value) ? read : refuse(`${quote(read.value)} is not a URL, it must start with https://`);
};
