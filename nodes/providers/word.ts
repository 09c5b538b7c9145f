import { z } from 'zod';

/** An ID of a provider: one word of plain characters, whose form is not documented (esms.md 1.10). */
export const wordSchema = z.string().trim().regex(/^[\x21-\x7E]{1,200}$/);
