/** Colours follow what people know: Zalo blue, Viber violet, green for arrived, red for failed, amber for on its way. */
export const PAGE_STYLE = `
:root {
	--zalo: #0068ff; --ok: #12833a; --bad: #c8102e; --wait: #9a6200; --sms: #3c4257; --viber: #6a4fd8; --voice: #0b7a75;
	--ink: #16202e; --quiet: #5b6778; --line: #dbe1ea; --page: #eef2f7;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.4 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
header { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 18px; padding: 12px 24px; background: #fff; border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 24px; }
.hint { margin: 0; color: var(--quiet); font-size: 14px; }
.counts { margin-left: auto; display: flex; gap: 18px; font-size: 16px; color: var(--quiet); white-space: nowrap; }
.counts b { font-size: 22px; margin-right: 5px; color: var(--ink); }
.counts .ok b { color: var(--ok); } .counts .bad b { color: var(--bad); } .counts .wait b { color: var(--wait); }
.live { font-size: 14px; color: var(--quiet); white-space: nowrap; }
.live::before { content: ''; display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 6px; background: #b6bfcc; }
.live.on::before { background: #19a94c; }
button { font: inherit; padding: 5px 14px; border: 1px solid var(--line); border-radius: 8px; background: #fff; cursor: pointer; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 340px; align-items: start; }
#phones { display: grid; grid-template-columns: repeat(auto-fill, minmax(310px, 1fr)); gap: 26px; padding: 24px; align-items: start; }
.empty { grid-column: 1 / -1; padding: 80px 0; text-align: center; color: var(--quiet); font-size: 22px; }
.phone { max-width: 400px; }
.number { font-size: 29px; font-weight: 700; letter-spacing: .5px; line-height: 1.15; font-variant-numeric: tabular-nums; }
.number.user { font-size: 22px; overflow-wrap: anywhere; } .number small { display: block; color: var(--quiet); font-size: 15px; font-weight: 600; letter-spacing: 0; }
.verdict { display: flex; flex-wrap: wrap; gap: 8px; margin: 7px 0 9px; min-height: 34px; }
.chip { padding: 3px 12px; border-radius: 999px; font-size: 18px; font-weight: 700; color: #fff; white-space: nowrap; }
.chip.ok { background: var(--ok); } .chip.bad { background: var(--bad); } .chip.wait { background: #b97a08; }
.device { border: 10px solid #1b222d; border-radius: 34px; background: #f7f9fc; overflow: hidden; }
.device::before { content: ''; display: block; height: 18px; background: radial-gradient(circle at 50% 0, #1b222d 0 58px, transparent 59px) no-repeat center -46px, #f7f9fc; }
.screen { position: relative; min-height: 240px; max-height: 680px; overflow-y: auto; padding: 6px 12px 18px; display: flex; flex-direction: column; gap: 14px; }
.screen > * { flex: none; }
.zalo { border-radius: 14px; overflow: hidden; background: #fff; border: 1px solid var(--line); box-shadow: 0 1px 3px rgba(20, 40, 80, .12); }
.zalo .head { display: flex; align-items: center; gap: 9px; padding: 9px 12px; background: var(--zalo); color: #fff; font-weight: 700; font-size: 17px; }
.zalo .via { margin-left: auto; font-size: 13px; font-weight: 600; opacity: 0.85; }
.badge { flex: none; padding: 1px 8px; border-radius: 6px; background: #fff; color: var(--zalo); font-size: 14px; font-weight: 800; }
.body { padding: 10px 12px; white-space: pre-line; overflow-wrap: anywhere; }
.body .title { display: block; font-weight: 700; font-size: 17px; }
.foot { display: flex; justify-content: space-between; gap: 8px; padding: 6px 12px 9px; font-size: 15px; font-weight: 700; }
.foot time { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.foot.ok { color: var(--ok); }
.sms { align-self: flex-start; max-width: 94%; border-radius: 18px 18px 18px 4px; background: #e3e6ec; }
.sms .head { display: flex; align-items: center; gap: 8px; padding: 8px 14px 0; font-weight: 700; color: var(--sms); font-size: 16px; }
.sms .badge { background: var(--sms); color: #fff; }
.sms .body { padding: 5px 14px; } .sms .foot { padding: 2px 14px 9px; }
.viber { align-self: flex-start; max-width: 94%; border-radius: 18px 18px 18px 4px; background: #ece8fc; overflow: hidden; }
.viber .head { display: flex; align-items: center; gap: 8px; padding: 8px 14px 0; font-weight: 700; color: var(--viber); font-size: 16px; }
.viber .badge { background: var(--viber); color: #fff; } .viber .banner { margin: 0 0 8px; border-radius: 10px; }
.viber .body { padding: 5px 14px; } .viber .foot { padding: 2px 14px 9px; }
.voice { align-self: flex-start; max-width: 94%; border-radius: 18px; background: #e0f2f1; }
.voice .head { display: flex; align-items: center; gap: 8px; padding: 8px 14px 0; font-weight: 700; color: var(--voice); font-size: 16px; }
.voice .badge { background: var(--voice); color: #fff; } .voice .pill { background: var(--voice); }
.voice .body { padding: 5px 14px; } .voice .icon { display: inline-block; color: var(--voice); } .voice .said { font-style: italic; } .voice .foot { padding: 2px 14px 9px; }
.pill { margin-top: 9px; padding: 7px 12px; border-radius: 999px; background: var(--viber); color: #fff; font-weight: 700; text-align: center; }
.transaction { padding: 0 0 2px; white-space: normal; }
.transaction .title { padding: 11px 12px 0; } .transaction .text { padding: 7px 12px 0; white-space: pre-line; }
.banner { min-height: 40px; } .banner img { display: block; width: 100%; }
.banner.missing { display: grid; place-items: center; aspect-ratio: 3 / 1; background: repeating-linear-gradient(135deg, #dfe8f5 0 12px, #e9f0fa 12px 24px); color: #6c7f99; font-size: 14px; }
.rows { display: grid; grid-template-columns: minmax(80px, 42%) 1fr; gap: 5px 12px; margin: 9px 12px 2px; }
.rows .key { color: var(--quiet); } .rows .value { font-weight: 600; }
.status { padding: 1px 9px; border-radius: 999px; font-size: 15px; }
.status.green { background: #dff5e5; color: #12833a; } .status.blue { background: #e0edff; color: #0058d6; } .status.yellow { background: #fff2cc; color: #8a5a00; }
.status.red { background: #fde3e6; color: #c8102e; } .status.grey { background: #e6e9ee; color: #55606f; }
.transaction .button { display: flex; align-items: center; gap: 10px; margin-top: 9px; padding: 9px 12px 0; border-top: 1px solid var(--line); }
.transaction .button:last-child { padding-bottom: 9px; border-bottom: 1px solid var(--line); } .button .label { flex: 1; font-weight: 600; color: var(--zalo); } .button .more { color: var(--quiet); }
.icon { flex: none; width: 26px; height: 26px; } .icon img { display: block; width: 100%; height: 100%; }
.icon.missing { display: grid; place-items: center; border-radius: 50%; background: #e5f0ff; color: var(--zalo); font-size: 15px; }
.absent { border: 2px dashed; border-radius: 14px; padding: 10px 12px; }
.absent.bad { background: #fff5f5; color: var(--bad); } .absent.wait { background: #fffaf0; color: var(--wait); }
.absent strong { display: block; font-size: 19px; line-height: 1.25; }
.absent .why { display: block; font-size: 19px; font-weight: 700; }
.absent .what { display: flex; justify-content: space-between; gap: 8px; margin-top: 5px; color: var(--quiet); font-size: 14px; }
aside { position: sticky; top: 58px; height: calc(100vh - 58px); overflow-y: auto; padding: 16px 18px; background: #fff; border-left: 1px solid var(--line); font-size: 14px; }
h2 { margin: 0 0 8px; font-size: 15px; color: var(--quiet); text-transform: uppercase; letter-spacing: .6px; }
summary { margin: 0 0 14px; color: var(--quiet); cursor: pointer; } summary h2 { display: inline; }
#log { list-style: none; margin: 0 0 22px; padding: 0; }
#log li { padding: 6px 0; border-top: 1px solid var(--line); }
#log .line { display: flex; gap: 8px; align-items: baseline; }
#log .path { flex: 1; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#log .code { flex: none; font-weight: 700; font-variant-numeric: tabular-nums; }
#log .ok { color: var(--ok); } #log .bad { color: var(--bad); }
#log .more { color: var(--quiet); overflow-wrap: anywhere; }
#recipients { margin: 0; } #recipients dt { font-weight: 700; font-variant-numeric: tabular-nums; } #recipients dd { margin: 0 0 7px; color: var(--quiet); }
label { display: block; } label input { display: block; width: 100%; padding: 5px 8px; font: inherit; border: 1px solid var(--line); border-radius: 8px; }
.webhook { margin: 0 0 14px; } .webhook button { margin-top: 5px; } output { color: var(--quiet); }
@media (max-width: 900px) { main { display: block; } aside { position: static; height: auto; border-left: 0; } .hint { display: none; } }
`;
