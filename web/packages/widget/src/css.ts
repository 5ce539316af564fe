/** The whole look. It goes in as a constructed sheet, so that a page that forbids inline styles lets it be. */
export default `
:host{all:initial!important}
:host{--a:#1a6347;--on:#fff;--bg:#fff;--fg:#211f1b;--fg2:#6b675f;--line:#e8e5df;--soft:#f5f3ef;--bad:#a32020;--badbg:#fdecec}
:host([data-theme=dark]){--bg:#1b1a18;--fg:#f0eee9;--fg2:#a9a49b;--line:#322f2b;--soft:#282623;--bad:#ff9d94;--badbg:#3a1f1d}
.r{all:initial;font:15px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color-scheme:light}
:host([data-theme=dark]) .r{color-scheme:dark}
*{box-sizing:border-box;margin:0}
button,input,textarea{font:inherit;color:inherit;border:0;background:none;padding:0}
button,a{cursor:pointer;color:inherit}
button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:2px solid var(--fg);outline-offset:2px}
svg{display:block;flex:none}
.l,.p{position:fixed;z-index:2147483000;right:20px}
:host([data-side=left]) :is(.l,.p){right:auto;left:20px}
.l,.av,.x,.dot,.c button{display:grid;place-items:center;flex:none}
.l,.av,.me,.c button,.go{background:var(--a);color:var(--on)}
.l{bottom:20px;width:56px;height:56px;border-radius:50%;box-shadow:0 6px 20px #0003,0 1px 3px #0003;transition:transform .15s}
.l:hover{transform:scale(1.05)}
.dot{position:absolute;top:-2px;right:-2px;min-width:20px;height:20px;padding:0 5px;border-radius:10px;background:#c62f2f;color:#fff;font-size:12px;font-weight:600}
.p,.v{display:flex;flex-direction:column}
.p{bottom:88px;width:376px;max-width:calc(100vw - 40px);height:min(620px,calc(100vh - 112px));background:var(--bg);color:var(--fg);border-radius:18px;
box-shadow:0 0 0 1px var(--line),0 18px 60px #0004;overflow:hidden;animation:in .18s cubic-bezier(.22,1,.36,1)}
@keyframes in{from{opacity:0;transform:translateY(10px)}}
.h{display:flex;align-items:center;gap:12px;padding:14px 12px 14px 16px}
.h>div:nth-child(2){min-width:0;flex:1}
.h h2{font-size:15px;font-weight:600}
.h p{color:var(--fg2);font-size:13px}
.h :is(h2,p){line-height:1.35;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.av,.x{width:40px;height:40px;border-radius:50%;font-weight:600;font-size:14px}
.x{color:var(--fg2)}
.x:hover,.t button:hover,.q :is(button,a):hover,.t [aria-pressed=true]{background:var(--soft)}
.t{display:flex;gap:4px;padding:0 12px 8px;border-bottom:1px solid var(--line)}
.t button{flex:1;min-height:36px;border-radius:9px;font-weight:500;font-size:14px;color:var(--fg2)}
.t [aria-pressed=true]{color:var(--fg)}
.v,.m,.g{flex:1;min-height:0}
.m,.g{overflow:auto;padding:16px;display:flex;flex-direction:column;gap:8px;overscroll-behavior:contain;outline-offset:-2px}
.w{font-size:12px;color:var(--fg2);margin:4px 0 -4px 4px}
.b{max-width:84%;padding:9px 14px;border-radius:16px 16px 16px 5px;background:var(--soft);white-space:pre-wrap;overflow-wrap:anywhere;align-self:flex-start}
.b time{float:right;font-size:11px;line-height:1;color:var(--fg2);margin:9px 0 0 10px}
.b.me{align-self:flex-end;background:var(--a);border-radius:16px 16px 5px 16px}
.me time{color:inherit}
.wait{opacity:.7}
.f{display:flex;align-items:center;gap:10px;padding:6px 0;font-weight:500}
.q,.q>div{display:flex;flex-wrap:wrap;gap:6px}
.q :is(button,a){border:1px solid var(--line);border-radius:18px;padding:6px 13px;min-height:36px;font-size:14px;font-weight:500;text-align:left;text-decoration:none;display:inline-flex;align-items:center;gap:6px}
.d{display:flex;gap:4px;padding:14px}
.d i{width:6px;height:6px;border-radius:50%;background:var(--fg2);animation:d 1s infinite}
.d i:nth-of-type(2){animation-delay:.15s}.d i:nth-of-type(3){animation-delay:.3s}
@keyframes d{50%{opacity:.2}}
.e{padding:10px 14px;border-radius:12px;background:var(--badbg);color:var(--bad);font-size:14px}
.e button{font-weight:600;text-decoration:underline;min-height:28px;margin-left:8px}
.c{display:flex;gap:8px;padding:12px 12px 8px;border-top:1px solid var(--line);align-items:flex-end}
.c textarea,.g input{min-width:0;height:44px;padding:0 12px;border-radius:12px;background:var(--soft);font-size:16px;line-height:24px}
.c textarea{flex:1;resize:none;max-height:120px;padding:10px 14px}
.c textarea::placeholder{color:var(--fg2);opacity:1}
.c button{width:44px;height:44px;border-radius:50%}
.n{padding:0 16px 10px;font-size:12px;color:var(--fg2);text-align:center}
.n a{color:var(--fg)}.n div a{font-weight:500;display:inline-block;padding:4px}
.g label{font-size:13px;font-weight:500}
.g{gap:12px}.g input{display:block;width:100%;margin-top:4px;font-weight:400;box-shadow:inset 0 0 0 1px #8a857d}
.g .k{display:flex;gap:10px;font-weight:400;color:var(--fg2)}
.g .k input{width:20px;height:20px;margin:0;flex:none;accent-color:var(--a)}
.er{color:var(--bad);font-weight:400}
.go{min-height:44px;padding:10px 16px;border-radius:12px;font-weight:600;text-align:center;text-decoration:none}
.go.alt{background:var(--soft);color:var(--fg)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:480px){
.p,:host([data-side=left]) .p{inset:0;width:auto;max-width:none;height:100dvh;border-radius:0}
.p+.l{display:none}
}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media(forced-colors:active){button,.go{border:1px solid}}
@media print{.l,.p{display:none}}
`;
