import type { World } from '../world.mjs';
import { ZaloRefusal } from './answers.mjs';
import type { ZaloTemplate } from './templates.mjs';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const NIGHT_BEGINS = 22;
const NIGHT_ENDS = 6;

/** What was sent today, and what is left of the quotas (zalo.md 5). */
export class Limits {
	private day = Number.NaN;
	private sentToday = 0;
	private readonly sentByTemplate = new Map<string, number>();
	private minute = Number.NaN;
	private callsThisMinute = 0;
	private sentByUid = 0;
	private sentInDevelopment = 0;

	constructor(private readonly world: World) {}

	/** Messages by phone that may still go out today. */
	get remaining(): number {
		this.turnDay();
		return Math.max(0, this.world.settings.zalo.limits.oaDaily - this.sentToday);
	}

	/** Takes one message by phone from today's quotas, or refuses it with -147 or -144; `beyond` is sending mode 3. */
	takeByPhone(templateId: string, beyond: boolean): void {
		const { oaDaily, templateDaily } = this.world.settings.zalo.limits;
		this.turnDay();
		const ofTemplate = this.sentByTemplate.get(templateId) ?? 0;
		if (templateDaily > 0 && ofTemplate >= templateDaily) throw new ZaloRefusal(-147);
		if (!beyond && this.sentToday >= oaDaily) throw new ZaloRefusal(-144);
		this.sentToday += 1;
		this.sentByTemplate.set(templateId, ofTemplate + 1);
	}

	/** Takes one message by user ID and tells what remains, or refuses it with -211. */
	takeByUid(): number {
		const remain = this.world.settings.zalo.limits.uidRemaining - this.sentByUid;
		if (remain <= 0) throw new ZaloRefusal(-211);
		this.sentByUid += 1;
		return remain;
	}

	/** Pays one message out of the development wallet, or refuses it with -126. */
	takeInDevelopment(): void {
		if (this.sentInDevelopment >= this.world.settings.zalo.send.developmentWallet) throw new ZaloRefusal(-126, 'Development wallet is empty');
		this.sentInDevelopment += 1;
	}

	/** Counts a call to the OA host; what remains of this minute, negative for one too many (zalo.md 1.5). */
	takeCall(): number {
		const minute = Math.floor(this.world.now() / MINUTE);
		if (minute !== this.minute) {
			this.minute = minute;
			this.callsThisMinute = 0;
		}
		this.callsThisMinute += 1;
		return this.world.settings.zalo.limits.perMinute - this.callsThisMinute;
	}

	reset(): void {
		this.day = Number.NaN;
		this.minute = Number.NaN;
		this.sentByUid = 0;
		this.sentInDevelopment = 0;
	}

	private turnDay(): void {
		const day = Math.floor(localTime(this.world) / (24 * HOUR));
		if (day === this.day) return;
		this.day = day;
		this.sentToday = 0;
		this.sentByTemplate.clear();
	}
}

/** Refuses a template by phone that rests from 22:00 to 06:00 (zalo.md 5). */
export function checkNight({ restsAtNight, otp }: ZaloTemplate, world: World): void {
	const { night, nightOtp } = world.settings.zalo.limits;
	const rests = night === 'all' ? !otp || nightOtp === 'refused' : night === 'flagged' && restsAtNight;
	if (rests && isNight(world)) throw new ZaloRefusal(-133);
}

/** Refuses promotion by user ID at night, as promotion of an OA was; tags 1 and 2 go out at any time (zalo.md 5). */
export function checkUidNight({ tag }: ZaloTemplate, world: World): void {
	const { nightUidPromotion } = world.settings.zalo.limits;
	if (nightUidPromotion === 'refused' && tag.name === 'PROMOTION' && isNight(world)) throw new ZaloRefusal(-234);
}

function isNight(world: World): boolean {
	const hour = Math.floor(localTime(world) / HOUR) % 24;
	return hour >= NIGHT_BEGINS || hour < NIGHT_ENDS;
}

function localTime(world: World): number {
	return world.now() + world.settings.zalo.limits.dayOffsetHours * HOUR;
}
