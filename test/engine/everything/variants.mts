import type { INodeParameters } from 'n8n-workflow';
import { get } from 'lodash';
import { FORMS, type Form } from '../../fuzz/parameters.mjs';

/**
 * @param of name of a form
 * @param what is different
 * @param parameters that switch other fields on
 * @param places of values beside those of the form
 */
function variant(of: string, what: string, parameters: INodeParameters, places: string[] = []): Form {
	const form = FORMS.find(({ name }) => name === of);
	if (!form) throw new Error(`No form ${of}`);
	const filled = { ...structuredClone(form.parameters), ...parameters };
	const all = [...new Set([...form.places, ...places])];
	return { ...form, name: `${of}, ${what}`, parameters: filled, places: all.filter((place) => get(filled, place) !== undefined) };
}

const button = (type: string, more: INodeParameters) => ({ buttons: { button: [{ title: 'Xem', type, ...more }] } });
const ofButton = (...columns: string[]) => columns.map((column) => `buttons.button.0.${column}`);
const message = {
	elements: [{ type: 'header', content: 'Đơn hàng' }, { type: 'table', content: [{ key: 'Mã đơn hàng', value: 'DH001' }] }],
	buttons: [],
};

/** Forms in which a choice shows other fields than the ones that a form begins with. */
const VARIANTS: Form[] = [
	variant('message getDeliveryReports', 'by date', { getBy: 'dateRange' }),
	variant('message getDeliveryStatus', 'of an SMS', { channel: 'sms' }),
	variant('template getMany', 'of SMS', { templateKind: 'sms' }),
	variant('ticket create', 'by email', { requesterBy: 'email', email: 'nathan@example.com' }),
	variant('ticket create', 'by contact', { requesterBy: 'contactId', contactId: '12345' }),
	variant('ticket addComment', 'in public', { isPublic: true }),
	variant('caresoft', 'in fields', { specifyScenarioParameters: 'fields', scenarioParameters: { parameter: [{ name: 'code', value: 'DH001' }] } }),
	variant('esms phone', 'in fields', { specifyParameters: 'fields', templateParameters: { mappingMode: 'defineBelow', value: { otp: '686868' } } }, ['templateParameters.value.otp']),
	variant('zalo phone', 'in fields', { specifyParameters: 'fields', templateParameters: { mappingMode: 'defineBelow', value: { otp: '686868' } } }, ['templateParameters.value.otp']),
	variant('esms phone', 'by a key', { options: { requestIdBy: 'key', requestKey: 'DH001_paid' } }),
	variant('sms send', 'by a key', { options: { requestIdBy: 'key', requestKey: 'DH001_paid' } }),
	variant('order', 'in JSON', { specifyMessage: 'json', messageJson: JSON.stringify(message) }),
	variant('order', 'with a query', button('oa.query.show', { query: '#order' }), ofButton('query')),
	variant('consultation sendButtons', 'with a query', button('oa.query.hide', { query: '#order' }), ofButton('query')),
	variant('consultation sendButtons', 'with an SMS', button('oa.open.sms', { smsContent: 'DH001 OK', phoneCode: '19001234' }), ofButton('smsContent', 'phoneCode')),
	variant('consultation sendButtons', 'with a call', button('oa.open.phone', { phoneCode: '19001234' }), ofButton('phoneCode')),
];

/** Every operation, in every form. */
export const ALL_FORMS: Form[] = [...FORMS, ...VARIANTS];
