import { pass, refuse } from '../../../nodes/domain/checked';

it('a check gives either the value or the fault', () => {
	expect(pass(0)).toEqual({ ok: true, value: 0 });
	expect(refuse('no')).toEqual({ ok: false, fault: 'no' });
});
