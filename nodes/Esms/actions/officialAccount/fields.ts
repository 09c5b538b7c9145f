import type { INodeProperties } from 'n8n-workflow';
import { officialAccountField } from '../../../shared/esms/account';

export const askedAccountField: INodeProperties = {
	...officialAccountField,
	description: 'Zalo Official Account to ask about; it must be registered with eSMS',
};
