import { z } from 'zod';

const WORDS: ReadonlyMap<string, boolean> = new Map([['true', true], ['1', true], ['false', false], ['0', false]]);

/** Yes or no, which may come as text, in any case, or as a number; null where it is neither. */
export const flagSchema = z
	.union([z.string(), z.number(), z.boolean()])
	.catch('')
	.transform((value) => WORDS.get(String(value).trim().toLowerCase()) ?? null);
