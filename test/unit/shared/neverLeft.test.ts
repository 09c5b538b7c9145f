import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { mayBeSent, networkCode } from '../../../nodes/shared/neverLeft';

const node: INode = { id: '1', name: 'N', type: 'n', typeVersion: 1, position: [0, 0], parameters: {} };
const failed = (message: string, more: object) => Object.assign(new Error(message), more);

it.each([
	['a closed port', 'connect ECONNREFUSED 127.0.0.1:1', { code: 'ECONNREFUSED', syscall: 'connect' }, false],
	['a name that does not exist', 'getaddrinfo ENOTFOUND x', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, false],
	['a host that cannot be reached', 'connect EHOSTUNREACH', { code: 'EHOSTUNREACH', syscall: 'connect' }, false],
	['a connection that does not come about in time', 'connect ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'connect' }, false],
	['a network that cannot be reached', 'connect ENETUNREACH', { code: 'ENETUNREACH', syscall: 'connect' }, false],
	['a certificate', 'self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, false],
	['a port that does not speak TLS, or an answer that does not any more', 'write EPROTO 1:error:ssl3_get_record:wrong version number', { code: 'EPROTO', syscall: 'write' }, true],
	['TLS that does not come about', 'Client network socket disconnected before secure TLS connection was established', { code: 'ECONNRESET' }, false],
	['a proxy that hangs up before it has made the connection', 'Proxy connection ended before receiving CONNECT response', {}, false],
	['a proxy that answers something else', 'Invalid header from proxy CONNECT response: "x"', {}, false],
	['an address that is none', 'Invalid URL', { code: 'ERR_INVALID_URL' }, false],
	['the host lost while the answer is read', 'read EHOSTUNREACH', { code: 'EHOSTUNREACH', syscall: 'read' }, true],
	['the network lost while the answer is read', 'read ENETDOWN', { code: 'ENETDOWN', syscall: 'read' }, true],
	['a connection that times out while the answer is read', 'read ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'read' }, true],
	['an answer that is no TLS any more', 'error:0A00010B:SSL routines::wrong version number', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, true],
	['TLS that breaks later', 'write EPROTO 1:error:decryption failed or bad record mac', { code: 'EPROTO', syscall: 'write' }, true],
	['a connection that is reset', 'read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' }, true],
	['a pipe that is closed', 'write EPIPE', { code: 'EPIPE', syscall: 'write' }, true],
	['no answer in time', 'timeout of 30000ms exceeded', { code: 'ECONNABORTED' }, true],
	['several addresses, none of which can be reached', '', { code: 'ETIMEDOUT', errors: [failed('connect ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'connect' }), failed('connect ENETUNREACH', { code: 'ENETUNREACH', syscall: 'connect' })] }, false],
	['several faults, one of which came later', '', { code: 'ETIMEDOUT', errors: [failed('connect ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'connect' }), failed('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' })] }, true],
	['several faults of which none is named', '', { code: 'ETIMEDOUT', errors: [] }, true],
])('%s', (_what, message, more, maybe) => {
	const error = failed(message, more);
	expect(mayBeSent(error)).toBe(maybe);
	expect(mayBeSent(new NodeApiError(node, error as unknown as JsonObject))).toBe(maybe);
	expect(mayBeSent({ cause: { cause: error } })).toBe(maybe);
});

it.each([
	[{ code: 'ECONNRESET' }, 'ECONNRESET'],
	[{ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
	[{ httpCode: '502', cause: { code: 'EAI_AGAIN' } }, 'EAI_AGAIN'],
	[{ code: '500' }, undefined],
])('networkCode of %j is %s', (error, code) => {
	expect(networkCode(error)).toBe(code);
});
