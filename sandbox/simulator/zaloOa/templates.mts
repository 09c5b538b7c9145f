import type { Json } from '../zalo/shape.mjs';
import { parameterLength } from '../zalo/templates.mjs';
import { ZaloRefusal } from './answers.mjs';
import { followsForm } from './forms.mjs';
import type { ParameterKind } from './kinds.mjs';
import type { ZaloSendSettings } from './sendSettings.mjs';

export interface ZaloParameter {
	name: string;
	kind: ParameterKind;
	maxLength: number;
	minLength: number;
	required: boolean;
	acceptsNull: boolean;
}

export interface ZaloButton {
	type: number;
	title: string;
	content: string;
}

/** A tag since 2024-04-16 with the name it had before (zalo.md 4.2). */
export interface ZaloTag {
	name: 'TRANSACTION' | 'CUSTOMER_CARE' | 'PROMOTION';
	old: string;
}

export type TemplateStatus = 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE' | 'DELETE';

export interface ZaloTemplate {
	id: string;
	name: string;
	/** What the customer reads; no call of Zalo tells it. */
	text: string;
	parameters: readonly ZaloParameter[];
	buttons: readonly ZaloButton[];
	status: TemplateStatus;
	tag: ZaloTag;
	quality: 'HIGH' | 'MEDIUM' | 'LOW' | 'UNDEFINED';
	/** VND. */
	pricePhone: number;
	priceUid: number;
	createdAt: number;
	/** An OTP cannot go by user ID (-249), nor can what was made before 2025-12-10. */
	otp: boolean;
	byUid: boolean;
	/** Made by another app: listed, yet this app has no right to it (-117). */
	foreign: boolean;
	/** Rests from 22:00 to 06:00. */
	restsAtNight: boolean;
}

/** The values of a send as the template takes them; refuses what is missing, too long or of a wrong form (zalo.md 4, 9.2). */
export function readValues(given: Json, template: ZaloTemplate, send: ZaloSendSettings): Record<string, string> {
	const values: Record<string, string> = {};
	for (const parameter of template.parameters) {
		const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
		const text = readValue(value, parameter, send);
		if (text !== undefined) Object.defineProperty(values, parameter.name, { value: text, enumerable: true });
	}
	const extra = Object.keys(given).find((name) => !template.parameters.some((parameter) => parameter.name === name));
	if (extra !== undefined && send.extraKeys === 'refuse') throw new ZaloRefusal(send.codes.extraKey, `Parameter ${extra} is unknown`);
	return values;
}

function readValue(value: unknown, parameter: ZaloParameter, { nonStringValues, codes }: ZaloSendSettings): string | undefined {
	const { name, required, acceptsNull, maxLength, minLength } = parameter;
	if (value === undefined) {
		if (required) throw new ZaloRefusal(-1122, `Parameter ${name} is missing`);
		return undefined;
	}
	if (value === null || value === '') {
		if (!acceptsNull) throw new ZaloRefusal(codes.emptyValue, `Parameter ${name} is empty`);
		return '';
	}
	const isPlain = typeof value === 'string' || (nonStringValues === 'accept' && (typeof value === 'number' || typeof value === 'boolean'));
	if (!isPlain) throw new ZaloRefusal(-112, `Parameter ${name} is not a string`);
	const text = String(value);
	if (parameterLength(text) > maxLength) throw new ZaloRefusal(-1121, `Parameter ${name} is longer than ${maxLength}`);
	if (parameterLength(text) < minLength) throw new ZaloRefusal(codes.shortValue, `Parameter ${name} is shorter than ${minLength}`);
	if (!followsForm(parameter.kind, text)) throw new ZaloRefusal(parameter.kind === 'url' ? -1131 : -1124, `Parameter ${name} has a wrong format`);
	return text;
}
