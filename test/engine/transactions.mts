import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../support/engine.mjs';
import { useSimulator } from '../support/useSimulator.mjs';

export const OFFICIAL_ACCOUNT = '4097311281936189049';
export const USER = '31215806834323092';

/** The node on the real engine, before a simulator of its own. */
export interface Transactions {
	readonly simulator: Simulator;
	/** Sends one message to `$json.user`. */
	run(parameters: INodeParameters, more?: Partial<EngineRun>): Promise<EngineResult>;
	/** The payload of the last message as it arrived. */
	arrived(): Record<string, never>;
}

/** Starts a simulator for the tests of a file and resets it before each of them. */
export function useTransactions(): Transactions {
	const running = useSimulator();
	return {
		get simulator() {
			return running();
		},
		run: async (parameters, more = {}) =>
			await runNode({
				type: 'zaloTransaction',
				parameters: {
					officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
					zaloUserId: '={{ $json.user }}',
					...parameters,
				},
				items: [{ user: USER }],
				credentials: {
					zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: running().esmsUrl },
				},
				...more,
			}),
		arrived: () => (running().messages().at(-1)?.payload ?? {}) as Record<string, never>,
	};
}

/** The sample of the documentation, as somebody fills it in (esms.md 6.7). */
export const SAMPLE_FORM: INodeParameters = {
	operation: 'order',
	language: 'VI',
	bannerUrl: 'https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png',
	header: 'Trạng thái đơn hàng',
	firstText: '• Cảm ơn bạn đã mua hàng tại cửa hàng.\n• Thông tin đơn hàng của bạn như sau:',
	table: {
		row: [
			{ key: 'Mã khách hàng', value: 'eSMS-001', style: '' },
			{ key: 'Trạng thái', value: 'Đang giao', style: 'yellow' },
			{ key: 'Giá tiền', value: '250,000đ', style: '' },
		],
	},
	secondText: '📲 Lưu ý điện thoại. Xin cảm ơn!',
	alignment: { header: 'left', firstText: 'left', secondText: 'center' },
	buttons: {
		button: [
			{ title: 'Kiểm tra lộ trình', type: 'oa.open.url', url: 'https://esms.vn/huong-dan/huong-dan-tich-hop/huong-dan-tich-hop-api-cua-esms-vao-website', icon: 'https://img.icons8.com/?size=100&id=kJlyCVWJrclv&format=png&color=000000' },
			{ title: 'Xem lại giỏ hàng', type: 'oa.open.url', url: 'https://esms.vn/huong-dan/huong-dan-su-dung', icon: 'https://img.icons8.com/?size=100&id=S2Z1vzGMFT1v&format=png&color=000000' },
			{ title: 'Liên hệ tổng đài', type: 'oa.open.phone', phoneCode: '0901 888 484', icon: 'https://img.icons8.com/?size=100&id=KKBDB20a4V6t&format=png&color=000000' },
		],
	},
};
