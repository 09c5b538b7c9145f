import { choiceOf } from '../../../../../nodes/shared/fields/kinds/choice';
import { listOf } from '../../../../../nodes/shared/fields/kinds/list';
import { text } from '../../../../../nodes/shared/fields/kinds/text';
import type { Kind } from '../../../../../nodes/shared/fields/kinds/kind';

const read = (kind: Kind<unknown[]>, given: unknown) => {
	const reading = kind(given, 'UTC');
	return reading.ok ? reading.value : `! ${reading.fault}`;
};
const outcomes = listOf(choiceOf({ displayName: 'Outcomes', name: 'outcomes', type: 'multiOptions', default: [], options: [{ name: 'Delivered', value: 'delivered' }, { name: 'Not Delivered', value: 'notDelivered' }] }));

it.each<[string, unknown, unknown]>([
	['a text', 'delivered', ['delivered']],
	['texts with commas', 'delivered, notDelivered', ['delivered', 'notDelivered']],
	['texts on a line each', 'delivered\r\nnotDelivered\n', ['delivered', 'notDelivered']],
	['a list', ['delivered', 'notDelivered'], ['delivered', 'notDelivered']],
	['a list as JSON text', '["delivered", "notDelivered"]', ['delivered', 'notDelivered']],
	['a list as JSON text, with what nobody sees around it', '\uFEFF["delivered"]\u200B', ['delivered']],
	['what nobody sees between commas', 'delivered\u200B,\uFEFFnotDelivered, \u200B', ['delivered', 'notDelivered']],
	['a list of one as JSON text, with spaces around it', ' ["delivered"]\n', ['delivered']],
	['labels of the editor', ['Delivered', ' not delivered '], ['delivered', 'notDelivered']],
	['labels with a comma', 'Not Delivered,Delivered', ['notDelivered', 'delivered']],
	['labels as JSON text', '["Not Delivered"]', ['notDelivered']],
	['an empty list', [], []],
	['an empty list as JSON text', '[]', []],
	['nothing between commas', ' , ', []],
	['nothing in a list', [null, '', undefined], []],
	['half of JSON', '["delivered"', '! is "["delivered"", which is none of its choices'],
	['a list of Python', "['delivered']", '! is "[\'delivered\']", which is none of its choices'],
	['a list in a list', [['delivered']], '! is "["delivered"]", which is none of its choices'],
	['an object', { delivered: true }, '! is "{"delivered":true}", which is none of its choices'],
	['a word of no choice', 'delivered, lost', '! is "lost", which is none of its choices'],
])('%s', (_, given, value) => expect(read(outcomes, given)).toEqual(value));

it('keeps long IDs in a list that is JSON text', () => expect(read(listOf(text), '[4097311281936189049, "200607"]')).toEqual(['4097311281936189049', '200607']));
it('takes a number for one entry', () => expect(read(listOf(text), 223)).toEqual(['223']));
it('takes a text that only begins with a bracket as it is', () => expect(read(listOf(text), '[sent], done')).toEqual(['[sent]', 'done']));
