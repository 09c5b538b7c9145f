import { webhookForms } from './webhookForms.mjs';

const URL_A = 'http://127.0.0.1:5678/webhook/a';
const URL_B = 'http://127.0.0.1:5678/webhook/b';
const settings = (url: string) => ({ caresoft: { webhook: { url } } });

it('says what came of saving', async () => {
	const forms = webhookForms();
	forms.type('zalo', URL_A);
	const answer = forms.save('zalo');
	expect(forms.shown('zalo')).toEqual([URL_A, 'Saving …']);
	await answer?.([{ status: 200 }]);
	expect(forms.shown('zalo')).toEqual([URL_A, 'Saved. The probe was answered.']);
});

it.each(['localhost:5678/webhook/a', 'ftp://example.com/a', 'http://127.0.0.1:5678/web hook', 'webhook'])('does not save %s: nobody could call it', (text) => {
	const forms = webhookForms();
	for (const form of ['zalo', 'caresoft']) {
		forms.type(form, text);
		expect(forms.save(form)).toBeUndefined();
		expect(forms.shown(form)).toEqual([text, 'Not saved: write the whole URL, with its http or https, and without spaces.']);
	}
});

it('says what came of the URL that was saved last, whichever probe takes longer', async () => {
	const forms = webhookForms();
	forms.type('zalo', URL_A);
	const first = forms.save('zalo');
	forms.type('zalo', URL_B);
	const second = forms.save('zalo');
	await second?.([{ status: 200 }]);
	await first?.([{ error: 'nobody is there' }]);
	expect(forms.shown('zalo')).toEqual([URL_B, 'Saved. The probe was answered.']);
});

it('shows what is true after a reset, and no word of what was saved before', async () => {
	const forms = webhookForms();
	forms.draw({ zalo: '', caresoft: '' });
	forms.type('caresoft', URL_A);
	await forms.save('caresoft')?.(settings(URL_A));
	forms.draw({ zalo: '', caresoft: URL_A });
	expect(forms.shown('caresoft')).toEqual([URL_A, 'Saved.']);
	forms.draw({ zalo: '', caresoft: '' });
	expect(forms.shown('caresoft')).toEqual(['', '']);
});

it('leaves alone what is being typed', () => {
	const forms = webhookForms();
	forms.draw({ zalo: URL_A, caresoft: '' });
	forms.type('zalo', 'http://12');
	forms.draw({ zalo: '', caresoft: '' });
	expect(forms.shown('zalo')[0]).toBe('http://12');
});

it('leaves a field empty that is emptied before the page hears of what was saved', () => {
	const forms = webhookForms();
	forms.draw({ zalo: '', caresoft: '' });
	forms.type('zalo', URL_A);
	forms.save('zalo');
	forms.type('zalo', '');
	forms.draw({ zalo: URL_A, caresoft: '' });
	expect(forms.shown('zalo')[0]).toBe('');
});
