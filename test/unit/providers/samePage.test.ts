import { samePages } from '../../../nodes/providers/samePage';

it('tells a page that comes a second time, and only next to itself', () => {
	const isSame = samePages();
	expect([[{ id: 1 }], [{ id: 2 }], [{ id: 2 }], [{ id: 1 }], []].map(isSame)).toEqual([false, false, true, false, false]);
});

it('takes an empty page for the one before only where that was empty too', () => {
	expect([[], []].map(samePages())).toEqual([false, true]);
});

it('each list has a memory of its own', () => {
	const [one, other] = [samePages(), samePages()];
	one([1]);
	expect(other([1])).toBe(false);
});
