import { asText } from '../../../domain/asText';
import type { Kind } from './kind';

/** A text in NFC without what nobody sees at its ends. A number and a date become text as people write them. */
export const text: Kind<string> = (given) => asText(given);
