import type { INodeProperties } from 'n8n-workflow';
import { STRICT_LIMITS, type TransactionLimits } from '../../domain/transaction/rules';
import { sendOptionsField } from '../../shared/esms/options';
import { contentTypeOption } from '../../shared/fields/contentType';
import { inside, type Item } from '../../shared/fields/item';
import { choice } from '../../shared/fields/kinds/choice';
import { waitingOptions } from '../../shared/waiting/fields';

const buttonTitleOption: INodeProperties = {
	displayName: 'Button Title Limit',
	name: 'buttonTitle',
	type: 'options',
	options: [
		{ name: '100 Characters', value: 100 },
		{ name: '35 Characters', value: 35 },
	],
	default: 35,
	description: 'The documentation gives both figures; 35 is safe',
};

const tableRowsOption: INodeProperties = {
	displayName: 'Table Row Limit',
	name: 'tableRows',
	type: 'options',
	options: [
		{ name: '5 Rows', value: 'all' },
		{ name: '5 Rows Besides the Identity Rows', value: 'besidesIdentity' },
	],
	default: 'all',
	description: 'The documentation gives both limits; 5 rows is safe',
};

export const optionsField = sendOptionsField(
	[buttonTitleOption, contentTypeOption('text/plain'), tableRowsOption, ...waitingOptions],
	// The page of this call does not list it (esms.md 6.1).
	['campaign'],
);

/** @returns which of the documented limits count for an item; throws Refusal where an option is none of them */
export function readLimits(item: Item): TransactionLimits {
	return {
		buttonTitle: item.valueOr(inside('options', buttonTitleOption), choice([35, 100]), STRICT_LIMITS.buttonTitle),
		tableRows: item.valueOr(inside('options', tableRowsOption), choice(['all', 'besidesIdentity']), STRICT_LIMITS.tableRows),
	};
}
