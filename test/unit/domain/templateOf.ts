import { checkTemplateValues, type Template, type TemplateParameter } from '../../../nodes/domain/template';

/** @returns a text parameter that must be filled, or another one */
export function parameter(name: string, more: Partial<TemplateParameter> = {}): TemplateParameter {
	return { name, kind: 'text', required: true, acceptsEmpty: false, ...more };
}

/** @returns a template with these parameters */
export function template(...parameters: TemplateParameter[]): Template {
	return { id: '267247', name: 'Đánh giá dịch vụ - text', status: 'ENABLE', statusReason: '', parameters, inOrder: true };
}

/** Checks a value against a template with one parameter, `p`. */
export const one = (value: unknown, more: Partial<TemplateParameter> = {}) =>
	checkTemplateValues(template(parameter('p', more)), { p: value });
