/** Sends (zalo.md 3.1, 3.5, 3.6, 7). */
export interface ZaloSendSettings {
	/** Values in template_data that are not strings: not documented. */
	nonStringValues: 'refuse' | 'accept';
	/** Keys in template_data that the template does not have: not documented. */
	extraKeys: 'ignore' | 'refuse';
	/** tracking_id over 48 characters or with special ones: only a recommendation is documented. */
	oddTrackingId: 'refuse' | 'accept';
	/** Whether the OA may send beyond its quota (sending_mode "3"). */
	beyondQuota: boolean;
	/** Path of a send by hashed phone: two are in use. */
	hashPath: 'hashphone' | 'hash_phone' | 'either';
	/** Numbers of the administrators, whom alone development mode reaches. */
	admins: string[];
	/** Messages that the development wallet still pays; then -126. */
	developmentWallet: number;
	/** Answer of a send by user ID: two descriptions contradict each other (zalo.md 7). */
	uidAnswer: 'spec' | 'contract';
	/** tracking_id with a user ID: "not accepted". */
	uidTrackingId: 'refuse' | 'ignore';
	/** Event of a message by user ID: not documented; 'chat' is the form that 1:1 messages have. */
	uidEvent: 'none' | 'chat' | 'zns';
	/** Codes for what no document gives a code. */
	codes: {
		missingTrackingId: number;
		oddTrackingId: number;
		/** An empty value where acceptNull is false. */
		emptyValue: number;
		/** A value shorter than minLength. */
		shortValue: number;
		extraKey: number;
		/** A `mode` other than "development". */
		unknownMode: number;
	};
}

export function defaultSendSettings(): ZaloSendSettings {
	return {
		nonStringValues: 'refuse',
		extraKeys: 'ignore',
		oddTrackingId: 'refuse',
		beyondQuota: false,
		hashPath: 'hashphone',
		admins: ['84987654321'],
		developmentWallet: 100,
		uidAnswer: 'spec',
		uidTrackingId: 'refuse',
		uidEvent: 'none',
		codes: {
			missingTrackingId: -132,
			oddTrackingId: -132,
			emptyValue: -1122,
			shortValue: -132,
			extraKey: -132,
			unknownMode: -132,
		},
	};
}
