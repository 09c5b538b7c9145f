export { PassThrough, Readable } from 'node:stream';
