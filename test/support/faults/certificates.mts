import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A server certificate and its key, as PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** A root for tests that issues certificates with any fault. */
export interface Authority {
	/** The root itself, as PEM. */
	cert: string;
	/** @param years how many years from now it is valid: `[-1, 1]` is good */
	issue(address: string, years: [from: number, to: number]): Certificate;
}

const YEAR_MS = 365 * 24 * 3_600_000;
const SIGNED_WITH = '300a06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const IS_AUTHORITY = '300f0603551d130101ff040530030101ff';

/** @returns a new root; nobody trusts it until a test makes it so */
export function createAuthority(name: string): Authority {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const root = certificate({ issuer: name, subject: name, years: [-2, 10], publicKey, extension: hex(IS_AUTHORITY), signer: privateKey });
	return {
		cert: root,
		issue(address, years) {
			const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
			const cert = certificate({ issuer: name, subject: address, years, publicKey: pair.publicKey, extension: forAddress(address), signer: privateKey });
			return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
		},
	};
}

interface Fields {
	issuer: string;
	subject: string;
	years: [from: number, to: number];
	publicKey: KeyObject;
	extension: Buffer;
	signer: KeyObject;
}

/** X.509 version 3 in DER (RFC 5280, 4.1); Node.js can read certificates but makes none. */
function certificate({ issuer, subject, years, publicKey, extension, signer }: Fields): string {
	const spki = publicKey.export({ type: 'spki', format: 'der' });
	const serial = createHash('sha256').update(spki).digest().subarray(0, 8);
	serial.writeUInt8(serial.readUInt8(0) & 0x7f | 0x40, 0);
	const body = tlv(
		0x30,
		hex('a003020102'),
		tlv(0x02, serial),
		hex(SIGNED_WITH),
		nameOf(issuer),
		tlv(0x30, ...years.map((year) => utcTime(Date.now() + year * YEAR_MS))),
		nameOf(subject),
		spki,
		tlv(0xa3, tlv(0x30, extension)),
	);
	const signature = tlv(0x03, Buffer.from([0]), sign('sha256', body, signer));
	const der = tlv(0x30, body, hex(SIGNED_WITH), signature);
	return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** The extension that names the IPv4 address or the host the certificate is for. */
function forAddress(address: string): Buffer {
	const isIp = /^[\d.]+$/.test(address);
	const general = isIp ? tlv(0x87, Buffer.from(address.split('.').map(Number))) : tlv(0x82, Buffer.from(address));
	return tlv(0x30, hex('0603551d11'), tlv(0x04, tlv(0x30, general)));
}

function nameOf(name: string): Buffer {
	return tlv(0x30, tlv(0x31, tlv(0x30, hex(COMMON_NAME), tlv(0x0c, Buffer.from(name)))));
}

function utcTime(ms: number): Buffer {
	return tlv(0x17, Buffer.from(new Date(ms).toISOString().replace(/^..|[-T:]|\..*$/g, '') + 'Z'));
}

function tlv(tag: number, ...parts: Buffer[]): Buffer {
	const value = Buffer.concat(parts);
	const length = value.length < 0x80 ? [value.length] : [0x82, value.length >> 8, value.length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

function hex(text: string): Buffer {
	return Buffer.from(text, 'hex');
}
