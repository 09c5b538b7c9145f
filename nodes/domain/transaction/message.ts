import { z } from 'zod';
import { buttonSchema } from '../zalo/button';

const align = z.enum(['left', 'center', 'right', '']);

export const rowSchema = z.object({ key: z.string(), value: z.string(), style: z.string().optional() }).strict();

/** Elements of a transaction message, as Zalo takes them (esms.md 6.4). */
export const elementSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('banner'), image_url: z.string() }).strict(),
	z.object({ type: z.literal('header'), content: z.string(), align: align.optional() }).strict(),
	z.object({ type: z.literal('text'), content: z.string(), align: align.optional() }).strict(),
	z.object({ type: z.literal('table'), content: z.array(rowSchema) }).strict(),
]);

/** What a user writes of a transaction message; the rest follows from the operation and the language. */
export const transactionContentSchema = z
	.object({ elements: z.array(elementSchema), buttons: z.array(buttonSchema).optional() })
	.strict();

export type TableRow = z.output<typeof rowSchema>;
export type TransactionElement = z.output<typeof elementSchema>;
export type TransactionContent = z.output<typeof transactionContentSchema>;
