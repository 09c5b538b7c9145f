import { locator } from '../fields/locator';

export const officialAccountField = locator({
	displayName: 'Official Account',
	name: 'officialAccount',
	searchListMethod: 'searchOfficialAccounts',
	description: 'Zalo Official Account that sends the message; it must be registered with eSMS',
	idPlaceholder: 'e.g. 4097311281936189049',
});

export const templateField = locator({
	displayName: 'Template',
	name: 'template',
	searchListMethod: 'searchTemplates',
	description: 'Approved ZNS template of the Official Account; the list says of one that cannot be sent why',
	idPlaceholder: 'e.g. 200607',
});
