import type { IExecuteFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';

/** The places from which nodes call a provider. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions;
