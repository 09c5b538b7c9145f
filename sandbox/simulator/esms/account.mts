import type { ZnsTemplate } from '../zalo/templates.mjs';
import type { World } from '../world.mjs';
import { OtpCodes } from './otp/codes.mjs';
import { PerSecond } from './perSecond.mjs';
import { RequestIds } from './requestIds.mjs';
import { ODD_TEMPLATE } from './oddTemplate.mjs';
import { BRANDNAMES, OFFICIAL_ACCOUNTS, SMS_TEMPLATES, type SmsTemplate } from './seed.mjs';
import { smsPattern } from './smsTemplates.mjs';
import { ZNS_TEMPLATES } from './templateSeed.mjs';

/** The customer's account at eSMS: what it owns, its money and the RequestIds it has used. */
export class Account {
	balance: number;
	readonly requestIds = new RequestIds();
	readonly otpCodes = new OtpCodes();
	/** Calls of GetZaloMessageStatus, which alone has a documented limit with a code (esms.md 1.8). */
	readonly messageStatusCalls = new PerSecond();
	/** Registrations that wait; nothing is ever approved (esms.md 11). */
	readonly registrations = new Set<string>();
	/** Messages that wait for their SendDate, with what sends them. */
	readonly scheduled = new Map<string, () => void>();
	/** What sets out the reports that are held back. */
	readonly heldReports = new Set<() => void>();
	private readonly smsPatterns = SMS_TEMPLATES.map((template) => ({ template, pattern: smsPattern(template.content) }));

	constructor(private readonly world: World) {
		this.balance = world.settings.esms.balance;
	}

	/** The name of an OA of this account. */
	oaName(oaId: string): string | undefined {
		return OFFICIAL_ACCOUNTS.find((oa) => oa.OAID === oaId)?.OAName;
	}

	template(oaId: string, templateId: string): ZnsTemplate | undefined {
		return this.templates().find((template) => template.oaId === oaId && template.id === templateId);
	}

	templatesOf(oaId: string, smsType: string): ZnsTemplate[] {
		return this.templates().filter((template) => template.oaId === oaId && String(template.smsType) === smsType);
	}

	hasBrandname(brandname: string, type: number): boolean {
		return BRANDNAMES.some((brand) => brand.Brandname === brandname && brand.Type === type);
	}

	smsTemplatesOf(brandname: string): SmsTemplate[] {
		return SMS_TEMPLATES.filter((template) => template.brandname === brandname);
	}

	/** Whether a text follows one of the registered templates of a brandname. */
	matchesSmsTemplate(brandname: string, content: string): boolean {
		return this.smsPatterns.some(({ template, pattern }) => template.brandname === brandname && pattern.test(content));
	}

	ownsKeys(apiKey: string, secretKey: string): boolean {
		const { esms } = this.world.settings;
		return apiKey === esms.apiKey && secretKey === esms.secretKey;
	}

	private templates(): readonly ZnsTemplate[] {
		return this.world.settings.esms.lists.oddTemplate ? [...ZNS_TEMPLATES, ODD_TEMPLATE] : ZNS_TEMPLATES;
	}

	reset(): void {
		this.balance = this.world.settings.esms.balance;
		this.requestIds.clear();
		this.otpCodes.clear();
		this.messageStatusCalls.clear();
		this.registrations.clear();
		this.scheduled.clear();
		this.heldReports.clear();
	}
}
