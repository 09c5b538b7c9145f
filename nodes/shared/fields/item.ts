import get from 'lodash/get';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { FailureClass } from '../../domain/failure';
import { isRecord } from '../../domain/isRecord';
import { Refusal } from '../refusal';
import { choice } from './kinds/choice';
import { flag } from './kinds/flag';
import { isUnset, type Kind } from './kinds/kind';
import { phone } from './kinds/phone';
import { text } from './kinds/text';
import { holdsExpression, isExpression, workedOut } from './written';

/** A field as it is read and as messages name it; every field of a description is one. */
export interface Field {
	/** Path of the parameter, e.g. `phone` or `options.campaign`. */
	name: string;
	displayName: string;
}

/** Where the values of an item come from. */
type Context = Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData' | 'getTimezone'>;

/** @returns the same field as a part of a collection of fields, such as `options` */
export function inside(collection: string, { name, displayName }: Field): Field {
	return { name: `${collection}.${name}`, displayName };
}

/** @returns the sentence about a field, from its label and the fault of its value */
export function faultSentence({ displayName }: Field, fault: string): string {
	return fault.startsWith(':') ? `${displayName}${fault}` : `${displayName} ${fault}`;
}

/** @returns the value of a picker; everything else as it is. n8n's own way finds no field that is hidden at the moment. */
export function pickedValue(given: unknown): unknown {
	return isRecord(given) && '__rl' in given ? given.value : given;
}

/** Labels of the collections, whose fields are worked out together. */
const COLLECTIONS: ReadonlyMap<string, string> = new Map([
	['options', 'Options'],
	['additionalFields', 'Additional Fields'],
	['updateFields', 'Update Fields'],
	['filters', 'Filters'],
	['alignment', 'Alignment'],
]);

/** What kind of cause a wrong field stands for, where it is not the data of the item. */
interface Cause {
	failureClass?: FailureClass;
}

/** One input item, whose fields read themselves. */
export class Item {
	private collection: { name: string; values: unknown } | undefined;

	/** @param plain what the fields without an expression give, for all items of a run; undefined for a field that has one */
	constructor(
		readonly context: Context,
		readonly index: number,
		private readonly plain = new Map<string, { value: unknown } | undefined>(),
	) {}

	/** Fields of the input itself. */
	get json(): IDataObject {
		return this.context.getInputData()[this.index]?.json ?? {};
	}

	/** @returns what the field gives, as it is; of a picker the ID, without what is shown for it */
	raw({ name, displayName }: Field): unknown {
		const [top = name, ...path] = name.split('.');
		if (path.length === 0) return pickedValue(this.given(name, displayName, ''));
		// A collection is worked out once for all its fields, which is most of the time of an item.
		if (this.collection?.name !== top) {
			this.collection = { name: top, values: this.given(top, COLLECTIONS.get(top) ?? displayName, {}) };
		}
		return pickedValue(get(this.collection.values, path));
	}

	/** n8n takes most of the time of an item to read its fields; one without an expression is the same for every item. */
	private given(name: string, label: string, standard: object | string): unknown {
		const read = () => workedOut(label, () => this.context.getNodeParameter(name, this.index, standard));
		if (!this.plain.has(name)) this.plain.set(name, holdsExpression(this.context.getNode().parameters[name]) ? undefined : { value: read() });
		const plain = this.plain.get(name);
		return plain ? plain.value : read();
	}

	/**
	 * @returns the value of a field; undefined where nothing is given
	 * @throws Refusal where the value is not of the kind
	 */
	optional<T>(field: Field, kind: Kind<T>, { failureClass }: Cause = {}): T | undefined {
		return this.reading(field, this.raw(field), kind, failureClass);
	}

	/**
	 * @returns the value of a field
	 * @throws Refusal where nothing is given, or the value is not of the kind
	 */
	required<T>(field: Field, kind: Kind<T>, cause: Cause = {}): T {
		const value = this.optional(field, kind, cause);
		if (value !== undefined) return value;
		throw this.refuse(`${field.displayName} is empty`, `Fill in '${field.displayName}' for this item.`, cause.failureClass);
	}

	/**
	 * Reads a field without which a message leaves at once or for real: where its user wrote an expression, that one must give
	 * something, as a wrong name in it would pass for "not set".
	 *
	 * @returns the value of the field; undefined where nothing is given and no expression is written
	 * @throws Refusal where an expression gives nothing, or the value is not of the kind
	 */
	decisive<T>(field: Field, kind: Kind<T>): T | undefined {
		const value = this.optional(field, kind);
		if (value !== undefined || !isExpression(this.context.getNode(), field.name)) return value;
		throw this.refuse(
			`The expression in ${field.displayName} gives nothing`,
			`Correct the expression in '${field.displayName}', or clear the field where it shall not be set.`,
		);
	}

	/** @returns the value of a field, or the standard where nothing is given; throws Refusal where it is not of the kind */
	valueOr<T>(field: Field, kind: Kind<T>, standard: T): T {
		return this.optional(field, kind) ?? standard;
	}

	/** @returns the text of a field; throws Refusal where it is empty or no text */
	text(field: Field): string {
		return this.required(field, text);
	}

	/** @returns the text of a field, undefined where it is empty; throws Refusal where it is no text */
	optionalText(field: Field): string | undefined {
		return this.optional(field, text);
	}

	/** @returns whether a switch is on; throws Refusal where it is neither on nor off */
	isOn(field: Field, standard = false): boolean {
		return this.valueOr(field, flag, standard);
	}

	/** @returns the phone number of a field, in national form; throws Refusal where it is none */
	phone(field: Field): string {
		return this.required(field, phone, { failureClass: 'bad_phone' });
	}

	/** @returns the entry that is chosen in a field of options; throws Refusal where it is none of them */
	choice<const T extends string | number>(field: Field, choices: readonly T[]): T {
		return this.required(field, choice(choices));
	}

	/** @returns the refusal of this item, with what to do about it */
	refuse(message: string, advice: string, failureClass?: FailureClass): Refusal {
		return new Refusal(this.context.getNode(), message, { itemIndex: this.index, advice, failureClass });
	}

	/** Reads a value that stands in a field: undefined where nothing is given; throws Refusal where it is not of the kind. */
	reading<T>(field: Field, given: unknown, kind: Kind<T>, failureClass?: FailureClass): T | undefined {
		if (isUnset(given)) return undefined;
		const reading = kind(given, this.context.getTimezone());
		// What holds nothing to see is nothing.
		if (reading.ok) return (reading.value as unknown) === '' ? undefined : reading.value;
		throw this.refuse(faultSentence(field, reading.fault), reading.advice ?? `Correct the value of '${field.displayName}' for this item.`, failureClass);
	}
}
