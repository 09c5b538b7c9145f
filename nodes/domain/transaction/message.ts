import { z } from 'zod';
import type { Checked } from '../checked';
import { optionalTextPart as optionalText, readShape, textPart as text } from '../shape';
import { buttonSchema } from '../zalo/button';

const align = z.enum(['left', 'center', 'right', '']).nullish().transform((side) => side || undefined);

const rowSchema = z.object({ key: text, value: text, style: optionalText }).strict();

/** Elements of a transaction message, as Zalo takes them (esms.md 6.4). */
const elementSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('banner'), image_url: text }).strict(),
	z.object({ type: z.literal('header'), content: text, align }).strict(),
	z.object({ type: z.literal('text'), content: text, align }).strict(),
	z.object({ type: z.literal('table'), content: z.array(rowSchema) }).strict(),
]);

/** What a user writes of a transaction message; the rest follows from the operation and the language. */
const transactionContentSchema = z
	.object({ elements: z.array(elementSchema), buttons: z.array(buttonSchema).nullish().transform((buttons) => buttons ?? undefined) })
	.strict();

export type TableRow = z.output<typeof rowSchema>;
export type TransactionElement = z.output<typeof elementSchema>;
export type TransactionContent = z.output<typeof transactionContentSchema>;

/** @returns the message that a user wrote as an object, its texts in the form in which the rules count; or what is wrong with its shape */
export function readTransactionContent(given: unknown): Checked<TransactionContent> {
	return readShape(transactionContentSchema, given, 'the message');
}
