/** Kinds of parameters with the integer that stands for them when a template is made, and their longest values (zalo.md 4.3). */
export const KINDS = {
	customer: { type: 1, max: 30 },
	phone: { type: 2, max: 15 },
	address: { type: 3, max: 200 },
	code: { type: 4, max: 30 },
	label: { type: 5, max: 30 },
	status: { type: 6, max: 30 },
	contact: { type: 7, max: 50 },
	title: { type: 8, max: 5 },
	product: { type: 9, max: 200 },
	amount: { type: 10, max: 20 },
	time: { type: 11, max: 20 },
	otp: { type: 12, max: 10 },
	url: { type: 13, max: 200 },
	currency: { type: 14, max: 12 },
	bankNote: { type: 15, max: 90 },
} as const;

export type ParameterKind = keyof typeof KINDS;
