import type { FollowerSettings } from '../messageSettings.mjs';
import { BrokenRule, list, object, string, url, type Json } from './shape.mjs';

const QUERY_MAX = 1_000;
const SMS_MAX = 160;
const WEB: readonly string[] = ['https:', 'http:'];

type CheckAction = (payload: unknown, at: string, settings: FollowerSettings) => void;

/** The five actions with the form of their payload (esms.md 6.5). */
const ACTIONS: ReadonlyMap<unknown, CheckAction> = new Map<unknown, CheckAction>([
	['oa.open.url', checkLink],
	['oa.query.show', checkQuery],
	['oa.query.hide', checkQuery],
	['oa.open.sms', checkSms],
	['oa.open.phone', checkPhone],
]);

/** What the two kinds of message with buttons differ in. */
export interface ButtonRules {
	titleMax: number;
	/** How many there may be. */
	least: number;
	most: number;
	icon: FollowerSettings['imageIcon'];
}

/** The buttons under a message; throws a BrokenRule (esms.md 5.3, 6.6). */
export function checkButtons(buttons: unknown, rules: ButtonRules, settings: FollowerSettings): void {
	const given = list(buttons, 'buttons');
	if (given.length < rules.least) throw new BrokenRule('buttons must not be empty');
	if (given.length > rules.most) throw new BrokenRule(`at most ${rules.most} buttons are allowed`);
	given.forEach((button, index) => checkButton(object(button, `buttons[${index}]`), `buttons[${index}]`, rules, settings));
}

function checkButton(button: Json, at: string, rules: ButtonRules, settings: FollowerSettings): void {
	string(button.title, `${at}.title`, rules.titleMax);
	const { image_icon: icon } = button;
	// A URL, the id of an upload, empty or "default": any string.
	if (icon === undefined ? rules.icon === 'required' : typeof icon !== 'string') {
		throw new BrokenRule(`${at}.image_icon must be a string`);
	}
	const check = ACTIONS.get(button.type);
	if (!check) throw new BrokenRule(`${at}.type must be one of ${[...ACTIONS.keys()].join(', ')}`);
	check(button.payload, `${at}.payload`, settings);
}

function checkLink(payload: unknown, at: string, { openUrlPayload }: FollowerSettings): void {
	if (typeof payload === 'string' && openUrlPayload === 'either') url(payload, WEB, at);
	else url(object(payload, at).url, WEB, `${at}.url`);
}

function checkQuery(payload: unknown, at: string): void {
	string(payload, at, QUERY_MAX);
}

function checkSms(payload: unknown, at: string, settings: FollowerSettings): void {
	string(object(payload, at).content, `${at}.content`, SMS_MAX);
	checkPhone(payload, at, settings);
}

/** `phone_code`, not `phoneCode`: 84919018791 or 0901888484 in the samples (esms.md 6.5). */
function checkPhone(payload: unknown, at: string, { phoneCodes }: FollowerSettings): void {
	const code = string(object(payload, at).phone_code, `${at}.phone_code`);
	const form = phoneCodes === 'samples' ? /^(84|0)[1-9]\d{7,9}$/ : /^\d{3,15}$/;
	if (!form.test(code)) throw new BrokenRule(`${at}.phone_code must be a phone number of digits alone`);
}
