import { caresoft } from './caresoft';
import { esms } from './esms';
import type { Provider } from './provider';
import { zalo } from './zalo';

/** Every provider, by the name that receipts and fields use. */
export const providers = { caresoft, esms, zalo } as const satisfies Record<string, Provider>;
