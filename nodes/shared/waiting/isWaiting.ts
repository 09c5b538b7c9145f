import { providers } from '../../providers';

const silent = Object.values(providers).filter(({ readCallback, inquiry }) => !readCallback && !inquiry).map(({ name }) => name);

/** Expression for whether a node is set to wait; of a node that offers several providers, not all tell what became of a message. */
export const isWaiting = `$parameter["afterSending"] === "wait" && !${JSON.stringify(silent)}.includes($parameter["provider"])`;
