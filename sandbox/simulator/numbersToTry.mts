/** Phone numbers of the scripted recipients that show most; the page lists all. */
export const NUMBERS_TO_TRY: ReadonlyArray<readonly [number: string, what: string]> = [
	['0901888484', 'gets whatever is sent, as any number that is not scripted'],
	['0901000118', 'has no Zalo account: the ZNS fails, an SMS arrives'],
	['0901000139', 'refuses this kind of ZNS'],
	['0901001103', 'is refused at once: the wallet is empty'],
	['0904000001', 'gets the message, but no report ever comes'],
	['0904000003', 'gets the message, and the report comes late'],
	['0903001002', 'gets the message, but the answer to the sender is lost'],
];

/** An SMS that the simulator takes: brandname and the registered text, with something in its place. */
export const SMS_TO_TRY = { brandname: 'MYSHOP', content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!' };

/** @returns the same as text, a line for each number, and the SMS behind them */
export function tellNumbers(): string {
	const numbers = NUMBERS_TO_TRY.map(([number, what]) => `  ${number.padEnd(20)}${what}`);
	return [...numbers, '', 'SMS to try (a text is taken only as it is registered for its brandname)', `  Brandname           ${SMS_TO_TRY.brandname}`, `  Content             ${SMS_TO_TRY.content}`].join('\n');
}
