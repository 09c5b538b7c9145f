import type { RetrySettings } from './settings.mjs';

/** Lists and counters of an OA (esms.md 10.13 to 10.17). */
export interface ListSettings {
	/** Members of GetQuota: the English page knows the two daily ones only. */
	quotaMembers: 'all' | 'daily';
	/** Order of GetRating: not documented. */
	ratingOrder: 'newestFirst' | 'oldestFirst';
	/** A template without ratings that the OA does not have: not documented. */
	ratingUnknownTemplate: '789' | 'empty';
	/** Size of a page of GetFollowers: Count in the sample and the contract, Limit in the table. */
	followersCount: 'Count' | 'Limit' | 'either';
	/** Longest page of GetFollowers: not documented, 50 is that of the call beside it. */
	followersPageMax: number;
	/** Adds a template that is written to break careless clients; for tests. */
	oddTemplate: boolean;
}

/** Price estimates (esms.md 10.18). */
export interface EstimateSettings {
	/** Whether an advertising estimate needs 30 numbers as sending does (107): not documented. */
	advertisingMinimum: 'ignore' | 'check';
	/** Content types of the XML call: one page writes text/plain, another application/text/plain. */
	xmlContentType: 'textPlain' | 'any';
}

/** Registrations (esms.md 11). */
export interface RegistrationSettings {
	/** ServicePreviewId of the first registration; each further one is one higher. */
	firstId: number;
	/** ImageUrl, CTA1, CTA2 in the samples, ImageURL, CTA 1, CTA 2 in the table. */
	names: 'either' | 'sample' | 'table';
	/** The member of the answer: the first in the samples, the second in the tables. */
	replyId: 'ServicePreviewId' | 'ServicepreviewId';
}

/** Messages customers text to a short code (esms.md 12.6). */
export interface ShortCodeSettings {
	cpid: string;
	privateKey: string;
	/** Base64 of the digest in the sample programs; the prose can be read as hexadecimal digits. */
	sign: 'base64' | 'hex';
	/** Not documented whether eSMS calls again. */
	retry: RetrySettings;
}

/** Settings of the calls that read or register what an account has, and of its short codes. */
export interface AccountSettings {
	lists: ListSettings;
	estimate: EstimateSettings;
	registration: RegistrationSettings;
	shortCode: ShortCodeSettings;
}

export function defaultAccountSettings(): AccountSettings {
	return {
		lists: {
			quotaMembers: 'all',
			ratingOrder: 'newestFirst',
			ratingUnknownTemplate: '789',
			followersCount: 'Count',
			followersPageMax: 50,
			oddTemplate: false,
		},
		estimate: { advertisingMinimum: 'ignore', xmlContentType: 'textPlain' },
		registration: { firstId: 52330, names: 'either', replyId: 'ServicePreviewId' },
		shortCode: {
			cpid: 'SIMULATOR-CPID',
			privateKey: 'SIMULATOR-PRIVATE-KEY',
			sign: 'base64',
			retry: { times: 1, intervalMs: 50, timeoutMs: 5_000, retryOn: 'timeout' },
		},
	};
}
