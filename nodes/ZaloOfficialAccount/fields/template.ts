import type { INodeProperties } from 'n8n-workflow';
import { zaloTemplateField } from '../../shared/zalo/template';

/** A template that is asked about; nothing is sent with it. */
export const askedTemplateField: INodeProperties = { ...zaloTemplateField, description: 'ZNS template of the Official Account of the credential' };
