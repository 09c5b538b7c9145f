import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { getTemplate } from '../../providers/esms/templates';
import { esms } from '../../providers/esms';
import { clientOf } from '../run/connect';
import { formOrReason } from '../template/formOrReason';

/** Makes one form field for each parameter of the chosen template. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const officialAccount = this.getCurrentNodeParameter('officialAccount', { extractValue: true });
	const template = this.getCurrentNodeParameter('template', { extractValue: true });
	if (!officialAccount || !template) {
		return { fields: [], emptyFieldsNotice: 'Choose an Official Account and a template first.' };
	}
	return await formOrReason(this, async () => await getTemplate(await clientOf(this, esms), String(officialAccount), String(template)));
}
