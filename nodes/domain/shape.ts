import { z, type ZodErrorMap } from 'zod';
import { asText } from './asText';
import { pass, refuse, type Checked } from './checked';
import { maskNumbers } from './mask';
import { quote } from './text';

/** A text inside an object that a user writes; what becomes text in a field becomes text here, too. */
export const textPart = z.unknown().transform((given, context) => {
	const read = given === undefined || given === null ? refuse('is missing') : asText(given);
	if (read.ok) return read.value;
	context.addIssue({ code: z.ZodIssueCode.custom, message: read.fault });
	return z.NEVER;
});

/** The same, where null and an empty text mean that there is none. */
export const optionalTextPart = z
	.unknown()
	.transform((given) => given ?? '')
	.pipe(textPart)
	.transform((text) => text || undefined);

/** Says what is wrong in words of ours, as the rest of a sentence that begins with the place. */
const inWords: ZodErrorMap = (issue, { data, defaultError }) => {
	switch (issue.code) {
		case 'invalid_type':
			return { message: data === undefined || data === null ? 'is missing' : `is ${quote(data)}, where ${issue.expected === 'array' ? 'a list' : `an ${issue.expected}`} is meant` };
		case 'unrecognized_keys':
			return { message: `holds ${issue.keys.map(quote).join(', ')}, which does not belong there` };
		case 'invalid_union_discriminator':
			return { message: `is none of ${issue.options.map(String).join(', ')}` };
		case 'invalid_enum_value':
			return { message: `is ${quote(data)}, which is none of ${issue.options.filter((option) => option !== '').join(', ')}` };
		default:
			return { message: defaultError };
	}
};

/**
 * Reads an object that a user writes.
 *
 * @param name what faults call the whole of it
 * @returns the object, or all that is wrong with it, each fault with its place, e.g. `elements[0].content`
 */
export function readShape<S extends z.ZodTypeAny>(schema: S, given: unknown, name: string): Checked<z.output<S>> {
	const read = schema.safeParse(given, { errorMap: inWords });
	if (read.success) return pass(read.data as z.output<S>);
	const faults = read.error.issues.map(({ path, message }) => `${placeOf(path) || name} ${message}`);
	return refuse(maskNumbers(faults.join('; ')));
}

function placeOf(path: Array<string | number>): string {
	return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '');
}
