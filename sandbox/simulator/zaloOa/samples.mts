import type { ParameterKind } from './kinds.mjs';

/** A value of every kind that a send takes. */
export const SAMPLES: Readonly<Record<ParameterKind, string>> = {
	customer: 'Nguyễn Thị Hoàng Anh',
	phone: '0901888484',
	address: 'VNG Campus, TP.HCM',
	code: 'PE010299485',
	label: '4/2020',
	status: 'Chưa thanh toán',
	contact: 'hotro@simshop.example',
	title: 'Chị',
	product: 'Áo sơ mi trắng',
	amount: '2',
	time: '20/03/2020',
	otp: '686868',
	url: 'don-hang/PE010299485',
	currency: '100000',
	bankNote: 'THANH TOAN PE010299485',
};
