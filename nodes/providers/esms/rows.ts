import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../providerError';

/**
 * @returns a schema for a list, none where it is missing. A row that cannot be read costs none of the others: it is
 * undefined and holds its place, because offsets count it.
 */
export function rowsOf<T extends z.ZodTypeAny>(schema: T) {
	return z
		.array(schema.optional().catch(undefined))
		.nullish()
		.transform((rows): Array<z.output<T> | undefined> => rows ?? []);
}

/** @returns a schema for a row of which nothing must be there: what is no object says nothing, and holds its place */
export function looseRow<T extends z.ZodTypeAny>(schema: T) {
	return z.record(z.unknown()).catch({}).pipe(schema);
}

/**
 * @returns the rows of a list that could be read
 * @throws ProviderError where there are some and none of them could: that list is not empty
 */
export function readable<T>(rows: ReadonlyArray<T | undefined>): T[] {
	const read = rows.filter((row): row is T => row !== undefined);
	if (read.length > 0 || rows.length === 0) return read;
	throw new ProviderError({
		provider: 'esms',
		failure: failureOf(null, `eSMS answered with a list of ${rows.length}, of which nothing can be read`, 'protocol'),
		status: 200,
		raw: null,
	});
}
