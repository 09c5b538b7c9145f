import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../../shared/fields/showFor';
import { LANGUAGES, STATUS_COLOURS, STATUS_KEYS, TRANSACTION_TYPES, type Language, type TransactionType } from '../../domain/transaction/types';

const titleCase = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** @returns one field for each kind and language of message, so that each starts with texts of its own */
const forEachKind = (makeField: (type: TransactionType, language: Language) => INodeProperties): INodeProperties[] =>
	TRANSACTION_TYPES.flatMap((type) =>
		LANGUAGES.flatMap((language) =>
			showFor('operation', type.value, showFor('language', language, [makeField(type, language)])),
		),
	);

const headerField = ({ defaults }: TransactionType, language: Language): INodeProperties => {
	const { header } = defaults[language];
	return {
		displayName: 'Header',
		name: 'header',
		type: 'string',
		default: header,
		description: 'Title of the message, at most 100 characters; empty leaves it out',
	};
};

const tableField = ({ defaults }: TransactionType, language: Language): INodeProperties => ({
	displayName: 'Table Rows',
	name: 'table',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Row',
	// Nothing that is wrong a moment later: the editor keeps rows, also those of a default, when kind or language change.
	default: {},
	description:
		language === 'VI'
			? 'One key must start with "Mã" or be "Tên khách hàng"'
			: 'One key must contain "Code" or be "Customer Name"',
	options: [{ displayName: 'Row', name: 'row', values: rowFields(defaults[language].identity, language) }],
});

const rowFields = (identity: string, language: Language): INodeProperties[] => [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		placeholder: `e.g. ${identity}`,
		description: 'Left column, at most 25 characters',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. DH001',
		description: 'Right column, at most 100 characters',
	},
	{
		displayName: 'Style',
		name: 'style',
		type: 'options',
		options: [
			...STATUS_COLOURS.map((colour) => ({ name: titleCase(colour), value: colour })),
			{ name: 'None', value: '' },
		].sort((a, b) => a.name.localeCompare(b.name)),
		default: '',
		description: `Colour of the value; only the row ${STATUS_KEYS[language]} may have one`,
	},
];

const alignment = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [
		{ name: 'Center', value: 'center' },
		{ name: 'Left', value: 'left' },
		{ name: 'Right', value: 'right' },
	],
	default: 'left',
});

/** Elements of the message from top to bottom, as Zalo shows them (esms.md 6.4, 6.7). */
export const elementFields: INodeProperties[] = [
	{
		displayName: 'Banner URL',
		name: 'bannerUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/banner.png',
		description: 'Address of a JPG or PNG picture of at most 1 MB, wide rather than high; empty leaves it out',
	},
	...forEachKind(headerField),
	{
		displayName: 'Text Above Table',
		name: 'firstText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Cảm ơn bạn đã mua hàng tại cửa hàng',
		description: 'Text between header and table, at most 250 characters; a new line becomes a line break. Empty leaves it out.',
	},
	...forEachKind(tableField),
	{
		displayName: 'Text Below Table',
		name: 'secondText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Chúng tôi sẽ gọi trước khi giao hàng',
		description: 'Text between table and buttons, at most 250 characters; a new line becomes a line break. Empty leaves it out.',
	},
	{
		displayName: 'Alignment',
		name: 'alignment',
		type: 'collection',
		placeholder: 'Add alignment',
		default: {},
		options: [
			alignment('Header', 'header'),
			alignment('Text Above Table', 'firstText'),
			alignment('Text Below Table', 'secondText'),
		],
	},
];
