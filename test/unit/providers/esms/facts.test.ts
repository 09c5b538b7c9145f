import { CALLBACK_NAMES, readFacts } from '../../../../nodes/providers/esms/facts';
import { readErrorInfo } from '../../../../nodes/providers/esms/errorInfo';

const NOTHING = { info: readErrorInfo('') };

it.each([null, undefined, 'SMSID=1', 7, [], ['x'], {}])('a row that is none says nothing: %j', (row) => {
	expect(readFacts(row)).toEqual(NOTHING);
});

it('the first spelling that holds something counts, in whatever case', () => {
	const reason = '{"error":-118,"message":"x"}';
	for (const empty of ['', null, undefined]) {
		expect(readFacts({ PartnerIds: empty, ZaloMsgId: 'z2', TEMPID: empty, znsTempId: '7', error_info: empty, ErrorInfo: reason })).toEqual({ zaloMessageId: 'z2', templateId: '7', info: readErrorInfo(reason) });
	}
	expect(readFacts({ PartnerIds: 'z1', ZaloMsgId: 'z2' })).toEqual({ ...NOTHING, zaloMessageId: 'z1' });
});

it.each([
	['1', 1, 0],
	['TRUE', 1, 0],
	['0', 0, 1],
	['False', 0, 1],
	['10', 0, 0],
	['01', 0, 0],
	['truest', 0, 0],
	['untrue', 0, 0],
	['falsey', 0, 0],
	['is false', 0, 0],
	['2', 0, 0],
])('a call whose SentResult is %j', (SentResult, sendSuccess, sendFailed) => {
	expect(readFacts({ ReferenceId: 'c1', SentResult })).toEqual({ ...NOTHING, messageId: 'c1', typeId: '8', sendSuccess, sendFailed });
});

it('a call has its own names of state and price', () => {
	expect(readFacts({ ReferenceId: 'c1', SendStatus: '5', Price: '500', TotalPrice: '9' })).toEqual({ ...NOTHING, messageId: 'c1', typeId: '8', sendStatus: 5, price: 500 });
});

it('the URL that was called and the final status are those of answers', () => {
	expect(readFacts({ SMSID: '1', CallbackUrl: 'https://shop.example/x', FinalStatus: '1' })).toEqual({ ...NOTHING, messageId: '1', callbackUrl: 'https://shop.example/x', finalStatus: '1' });
});

// esms.md 12.3 and 9.
it('a callback can have these names, and no others', () => {
	expect([...new Set(CALLBACK_NAMES)].sort()).toEqual([
		'callduration', 'callstatus', 'cid', 'error_info', 'error_infor', 'errorinfo', 'ivr', 'oaid', 'partnerids', 'phonenumber', 'price', 'referenceid', 'requestid', 'sendfailed', 'sendstatus', 'sendsuccess',
		'sentresult', 'smsid', 'switchsmsid', 'telcoid', 'tempid', 'totalprice', 'totalreceiver', 'totalsent', 'typeid', 'zalomsgid', 'znstempid',
	]);
});
