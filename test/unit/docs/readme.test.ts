import { readText, list } from '../../support/files.mjs';

const readme = readText('README.md');

it('every example workflow is named in the README', () => {
	const files = list('workflows');
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) expect(readme).toContain(`workflows/${file}`);
});

it('every node has a chapter with an example', () => {
	const chapters = readme.split('\n## ');
	for (const name of ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'eSMS', 'eSMS Inbound Trigger', 'CareSoft', 'Zalo Official Account']) {
		const chapter = chapters.find((text) => text.startsWith(`${name}\n`));
		expect(chapter).toContain('**Example**:');
	}
});
