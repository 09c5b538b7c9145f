import type { INodeProperties } from 'n8n-workflow';
import { officialAccountField } from '../../../shared/esms/account';

export const askedAccountField: INodeProperties = {
	...officialAccountField,
	description: 'Zalo Official Account to ask about; it must be registered with eSMS',
};

/** @returns the fields for the time in which something happened, which readPeriod reads */
export function periodFields(what: string): INodeProperties[] {
	return [
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			required: true,
			description: `Start of the time in which ${what}`,
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			required: true,
			description: `End of the time in which ${what}`,
		},
	];
}
