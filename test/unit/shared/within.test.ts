import { within } from '../../../nodes/shared/within';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const NEVER = new Promise<string>(() => {});

it('gives what came in time, and leaves no timer behind', async () => {
	await expect(within(2_000, Promise.resolve('told'))).resolves.toBe('told');
	expect(jest.getTimerCount()).toBe(0);
});

it('gives nothing where it takes longer', async () => {
	const waited = within(2_000, NEVER);
	await jest.advanceTimersByTimeAsync(1_999);
	expect(jest.getTimerCount()).toBe(1);
	await jest.advanceTimersByTimeAsync(1);
	await expect(waited).resolves.toBeUndefined();
});

it('fails as the work does, and leaves no timer behind', async () => {
	await expect(within(2_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
	expect(jest.getTimerCount()).toBe(0);
});
