import { canvas } from './canvas.mjs';
import { openDesk, type Desk } from './desk.mjs';
import { firstExample } from './firstExample.mjs';
import { firstSteps } from './firstSteps.mjs';
import { forms } from './forms.mjs';
import { nodeList } from './nodeList.mjs';
import { notTaken } from './pictures.mjs';
import { sendZns } from './sendZns.mjs';
import { simulatorPage } from './simulatorPage.mjs';
import { triggers } from './triggers.mjs';

/** A busy machine draws the editor slowly. */
jest.setTimeout(120_000);

let opened: Desk | undefined;
const desk = (): Desk => {
	if (!opened) throw new Error('The desk is not set up');
	return opened;
};

beforeAll(async () => {
	opened = await openDesk();
}, 300_000);
afterAll(async () => await opened?.close(), 60_000);

describe('the list of nodes', () => nodeList(desk));
describe('Send ZNS', () => sendZns(desk));
describe('the forms of the other nodes', () => forms(desk));
describe('the triggers', () => triggers(desk));
describe('the first example', () => firstExample(desk));
describe('on the canvas', () => canvas(desk));
describe('the page of the simulator', () => simulatorPage(desk));
describe('the first steps', () => firstSteps(desk));

it('every picture of the docs was come to', () => expect(notTaken()).toEqual([]));
