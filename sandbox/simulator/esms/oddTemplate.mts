import type { ZnsTemplate } from '../zalo/templates.mjs';
import { ESMS_OA, parameter, template } from './templateSeed.mjs';

/** Written to break careless clients: markup, entities, names that exist on every JavaScript object. */
const ODD_HTML =
	'<script>document.title = "a script must not run"</script><style>p { color: red }</style>' +
	'<p>Kiểm tra &lt;b&gt;mẫu đặc biệt&lt;/b&gt; &amp; &quot;ký tự&quot; {{constructor}}</p>' +
	`<p>${Array.from({ length: 20 }, (_, i) => `{{truong_${i + 1}}}`).join(' · ')}</p>` +
	'<p onclick="alert(1)">Ghi chú: {{ghi_chu}}</p><p>Chi tiết: https://myshop.example/{{link}}</p>';

/** For tests, by the switch `lists.oddTemplate`: nobody who looks around shall meet it. */
export const ODD_TEMPLATE: ZnsTemplate = template({
	id: '999001',
	oaId: ESMS_OA,
	name: 'Mẫu <đặc biệt> & "rất dài" — 23 tham số',
	html: ODD_HTML,
	tag: 'CUSTOMER_CARE',
	parameters: [
		parameter('constructor', 30),
		...Array.from({ length: 20 }, (_, i) => parameter(`truong_${i + 1}`, 30)),
		{ name: 'ghi_chu', type: 'type_text', maxLength: 90, required: false, acceptsEmpty: true },
		parameter('link', 200, 'type_cta_url'),
	],
});
