/** What has no fields of its own to be compared: lists, and objects whose keys are the provider's or the account's. */
type Leaf = string | number | boolean | null | undefined | readonly unknown[];

/** The paths of all fields of a type, such as `failure` and `failure.code`; of a union, those of all its members. */
export type FieldsOf<T> = T extends Leaf ? never : string extends keyof T ? never : FieldsIn<T>;

type FieldsIn<T> = { [Key in keyof T & string]-?: Key | `${Key}.${FieldsOf<T[Key]>}` }[keyof T & string];

/** The paths of all properties of a JSON schema. */
export type FieldsShown<Schema> = Schema extends { properties: infer Properties }
	? { [Key in keyof Properties & string]: Key | `${Key}.${FieldsShown<Properties[Key]>}` }[keyof Properties & string]
	: never;

/** True where both are the same; else what stands in only one of them. */
export type Same<InType, InSchema> = [Exclude<InType, InSchema>, Exclude<InSchema, InType>] extends [never, never]
	? true
	: { onlyInType: Exclude<InType, InSchema>; onlyInSchema: Exclude<InSchema, InType> };
