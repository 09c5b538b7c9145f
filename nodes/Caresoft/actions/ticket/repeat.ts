import { isRecord } from '../../../domain/isRecord';
import type { Repeat } from '../../../domain/message';

/** What a comment is marked with that stays a note among agents (caresoft.md 8.3). */
const INTERNAL = new Set<unknown>([undefined, null, '', 0, '0', false, 'false']);

/**
 * @param ticket fields of CareSoft, whoever gave them: the form or the JSON field
 * @returns what the same change a second time would do: the same values make no difference, a note would stand there
 * twice, and a public comment would reach the customer twice
 */
export function repeatOf({ ticket_comment: comment, is_public: isPublic }: Record<string, unknown>): Repeat {
	if (comment === undefined) return 'harmless';
	const mark = isRecord(comment) && 'is_public' in comment ? comment.is_public : isPublic;
	return INTERNAL.has(mark) ? 'adds' : 'reaches';
}
