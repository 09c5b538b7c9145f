import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';
import { VIETNAM } from '../../domain/dates';
import type { AnswerRange } from '../../providers/zalo/ratings';
import { periodFields, readPeriod } from '../../shared/fields/dates';
import type { Item } from '../../shared/fields/item';
import { readTemplateId } from '../../shared/zalo/template';
import { askedTemplateField } from './template';

/** @returns the fields that tell which answers of customers are meant, e.g. of `the ratings were given` */
export function answerFields(what: string): INodeProperties[] {
	return [askedTemplateField, ...periodFields(what)];
}

/**
 * Reads which answers of customers are meant; the second in which the time ends belongs to it.
 *
 * @throws Refusal where there is no template, or no time
 */
export function readAnswerRange(item: Item): AnswerRange {
	const templateId = readTemplateId(item, askedTemplateField);
	const { from, to } = readPeriod(item);
	return { templateId, from: moment(from).toJSDate(), to: moment(to).endOf('second').toJSDate() };
}

function moment(vietnamTime: string): DateTime {
	return DateTime.fromSQL(vietnamTime, { zone: VIETNAM });
}
