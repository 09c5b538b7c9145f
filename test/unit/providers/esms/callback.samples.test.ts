import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import callbacks from '../../../fixtures/esms/callbacks.json';
import { expressQuery } from '../expressQuery';
import { HOOK, joins, reportOf } from './callbackReports';

const vnd = (amount: number) => ({ amount, currency: 'VND' });

/** What all reports of the samples share; each names what differs. */
const shared = {
	eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
	provider: 'esms',
	requestId: null,
	final: true,
	failure: null,
	zaloMessageId: null,
	oaId: null,
	templateId: null,
	deliveredAt: null,
	receivedAt: '2026-11-21T08:00:00.000Z',
};

const expected: Record<keyof typeof callbacks, Omit<Record<keyof DeliveryReport, unknown>, 'raw' | 'ticketId' | 'unknownBecause'>> = {
	sms: {
		...shared,
		channel: 'sms',
		messageId: 'dc712784-9c5f-4c69-b9a8-ea69d56adc9a87',
		recipient: { phone: '0901888484' },
		outcome: 'failed',
		failure: expect.objectContaining({ code: null, class: 'unknown', fallbackAdvised: null }),
		price: vnd(0),
	},
	// Finished, but neither counter has moved: the outcome cannot be told (esms.md 12.4).
	advertisingSms: {
		...shared,
		channel: 'sms',
		messageId: '82b0bb8aed914a0aab8deba567c9b8c2',
		recipient: null,
		outcome: 'unknown',
		final: false,
		price: vnd(696987),
	},
	znsFailed: {
		...shared,
		channel: 'zns',
		messageId: 'f66545d2-c7e2-4603-984e-d2238c363c8292',
		recipient: { phone: '0901888484' },
		outcome: 'failed',
		failure: expect.objectContaining({ code: '-114', class: 'unreachable', fallbackAdvised: true }),
		oaId: '1397492183140006179',
		templateId: '2056446',
		price: vnd(0),
	},
	viber: {
		...shared,
		channel: 'viber',
		messageId: '849fe08c19294b02857cf91687021a50250',
		recipient: { phone: '0901888484' },
		outcome: 'delivered',
		price: vnd(470),
	},
	// The phone number holds 15 characters of the user ID; the whole ID is in error_info (esms.md 12.3).
	zaloConsultation: {
		...shared,
		channel: 'zalo',
		messageId: '7d11c87a22934df390f73ec59d8defd6205',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'e1a60e8890be9de4c4ab',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T09:58:01.000Z',
	},
	zaloTransaction: {
		...shared,
		channel: 'zalo',
		messageId: '53dbbc6e816f4159a9035a14a787e08f172',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'f405841b5f2352790b36',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T10:07:01.000Z',
	},
	zaloUserInfoForm: {
		...shared,
		channel: 'zalo',
		messageId: '53dbbc6e816f4159a9035a14a787e08f172',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'f405841b5f2352790b36',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T10:07:01.000Z',
	},
	// Here partnerids and message_id differ (esms.md 12.4); partnerids is what the table calls the Zalo message ID.
	znsJourney: {
		...shared,
		channel: 'zns',
		messageId: '7d11c87a22934df390f73ec59d8defd6205',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'e1a60e8890be9derir3gfbff',
		oaId: '4097311281936189049',
		price: vnd(220),
		deliveredAt: '2024-04-24T09:58:01.000Z',
	},
	znsByUserId: {
		...shared,
		channel: 'zns',
		messageId: '5450d5579bfa466a9f2a5911c82f4037',
		recipient: { zaloUserId: '5308693166941955879' },
		outcome: 'delivered',
		zaloMessageId: '416f53d0cf0ec7569e19',
		oaId: '3639635426588416370',
		templateId: '523194',
		price: vnd(2104),
	},
	// CID is the number that calls, not the one that is called.
	voice: {
		...shared,
		channel: 'voice',
		messageId: '066107ee-6ec4-4283-b595-aa74977c65c5',
		recipient: null,
		outcome: 'failed',
		failure: expect.objectContaining({ code: null, class: 'unknown', fallbackAdvised: null }),
		price: vnd(0),
	},
};

const samples = Object.entries(callbacks) as Array<[keyof typeof callbacks, string]>;

describe.each(joins)('the samples of the reference (esms.md 12.2), joined with %s', (_join, url) => {
	it.each(samples)('%s', (name, sample) => {
		const query = expressQuery(url + sample);
		expect(reportOf(query)).toEqual({ ...expected[name], raw: query });
	});
});

it('a ReferenceId in the query of the callback URL makes no voice call of a message', () => {
	const query = expressQuery(`${HOOK}?referenceId=order-1&${callbacks.znsFailed}`);
	expect(reportOf(query)).toEqual({ ...expected.znsFailed, raw: query });
});
