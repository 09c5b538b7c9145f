import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, ICredentialsHelper, ICredentialType } from 'n8n-workflow';

const N8N_MODULES = join(__dirname, '..', '..', 'sandbox', 'node_modules');

/** A credential as n8n's database holds it. */
interface Row {
	id: string;
	name: string;
	type: string;
	data: string;
	usageScope: 'project';
	isResolvable: boolean;
}

interface StoredCredentials {
	setData(data: object): Promise<void>;
	getData(): Promise<ICredentialDataDecryptedObject>;
	getDataToSave(): { data: string };
}

/** n8n's own helper for credentials, over a database of one credential that lives in memory. */
export interface CredentialStore {
	helper: ICredentialsHelper;
	/** @returns what the database holds, not worked out */
	stored(): Promise<ICredentialDataDecryptedObject>;
	/** Stores something as another process would. */
	store(change: ICredentialDataDecryptedObject): Promise<void>;
	/** How often n8n wrote. */
	writes(): number;
	/** What goes wrong with the database. */
	faults: { reads?: Error; losesWrites?: boolean };
}

/**
 * Loads the helper of the n8n in sandbox/, so that what n8n does with expressions, expirable fields and the tokens that
 * a credential type fetches is n8n's own doing. All around it that these tests have no use for is left out.
 *
 * @param id of the credential, by which runs of one process know that it is the same
 */
export async function storeWith(type: ICredentialType, data: ICredentialDataDecryptedObject, id: string = type.name): Promise<CredentialStore> {
	const load = (path: string): Record<string, new (...parts: unknown[]) => unknown> => jest.requireActual(join(N8N_MODULES, path));
	load('reflect-metadata');
	const { Credentials, Cipher } = load('n8n-core') as unknown as { Credentials: new (node: object, type: string, data?: string) => StoredCredentials; Cipher: object };
	const { Container } = load('@n8n/di') as unknown as { Container: { set(service: object, instance: object): void } };
	// Its key would come from a database.
	Container.set(Cipher, { encryptV2: async (content: object) => await Promise.resolve(JSON.stringify(content)), decryptV2: async (text: string) => await Promise.resolve(text) });
	const { CredentialsHelper } = load('n8n/dist/credentials-helper.js') as unknown as { CredentialsHelper: new (...parts: unknown[]) => ICredentialsHelper };
	const open = (row: Row) => new Credentials({ id: row.id, name: row.name }, row.type, row.data);
	const seal = async (content: object): Promise<string> => {
		const credentials = new Credentials({ id, name: id }, type.name);
		await credentials.setData(content);
		return credentials.getDataToSave().data;
	};
	const row: Row = { id, name: id, type: type.name, data: await seal(data), usageScope: 'project', isResolvable: false };
	let writes = 0;
	const faults: CredentialStore['faults'] = {};
	const helper = new CredentialsHelper(
		{ getByName: () => type, getParentTypes: () => [] },
		{ applyOverwrite: (_type: string, content: object) => content },
		{
			findOneByOrFail: async () => await (faults.reads ? Promise.reject(faults.reads) : Promise.resolve({ ...row })),
			update: async (_where: object, { data: sealed }: Row) => {
				writes++;
				if (!faults.losesWrites) row.data = sealed;
				await Promise.resolve();
			},
		},
		{ resolveIfNeeded: async (_row: object, content: object) => await Promise.resolve({ data: content, isDynamic: false }) },
		{},
		{ isExternalSecretsLicensed: () => false },
		{},
		{},
		{ enforceCredentialDecrypt: async () => await Promise.resolve() },
	);
	return {
		helper,
		stored: async () => await open(row).getData(),
		store: async (change) => void (row.data = await seal({ ...(await open(row).getData()), ...change })),
		writes: () => writes,
		faults,
	};
}
