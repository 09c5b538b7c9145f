import { providers } from '../../providers';

const silent = Object.values(providers).filter(({ callsBack }) => !callsBack).map(({ name }) => name);

/** Expression for whether a node is set to wait; of a node that offers several providers, not all call back. */
export const isWaiting = `$parameter["afterSending"] === "wait" && !${JSON.stringify(silent)}.includes($parameter["provider"])`;
