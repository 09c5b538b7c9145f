import { z } from 'zod';
import { expectOk, readAnswer, readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { moneySchema, textSchema, type Money } from './fieldSchemas';

const balanceSchema = z.object({ Balance: moneySchema, UserID: textSchema });

/** What is left to spend. */
export interface Balance {
	balance: Money;
	/** ID of the account; null where eSMS does not tell. */
	userId: string | null;
}

/**
 * Reads the balance of the account (esms.md 10.1).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getBalance(client: EsmsClient): Promise<Balance> {
	const { Balance, UserID } = readData(await post(client, PATHS.balance), balanceSchema);
	return { balance: Balance, userId: UserID };
}

/**
 * Asks for the balance, which changes nothing: whether eSMS lets the account in counts, not how much it has.
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function checkAccount(client: EsmsClient): Promise<void> {
	const answer = await post(client, PATHS.balance);
	expectOk(readAnswer(answer), answer.status);
}
