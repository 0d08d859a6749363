/** The look of an exported page, in both themes. It stands in the page itself. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fafafb;--card:#fff;--fg:#17191f;--muted:#5b6070;--line:#e1e3e8}
@media (prefers-color-scheme:dark){:root{--bg:#0e1014;--card:#14161b;--fg:#eceef2;--muted:#a0a5b2;--line:#2b2f38}}
*{box-sizing:border-box}
body{margin:0;padding:24px;background:var(--bg);color:var(--fg);font:14px/1.5 ui-sans-serif,system-ui,sans-serif}
h1{margin:0;font-size:20px;overflow-wrap:anywhere}h2{margin:0;font-size:16px;overflow-wrap:anywhere}
h3{margin:0 0 4px;font-size:12px;color:var(--muted);overflow-wrap:anywhere}
header p{margin:4px 0 16px;color:var(--muted)}
main{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(20rem,1fr);gap:16px;overflow-x:auto}
section{display:flex;flex-direction:column;gap:12px;min-width:0;padding:16px;background:var(--card);border:1px solid var(--line);border-radius:10px}
article p{margin:8px 0 0;color:var(--muted);font-size:12px}
article{padding-top:12px;border-top:1px solid var(--line)}
pre{margin:0;max-width:72ch;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
details{margin:4px 0}summary{cursor:pointer;color:var(--muted);font-size:12px}
dl{margin:8px 0 0;font-size:12px;font-variant-numeric:tabular-nums}
dl div{display:flex;gap:8px;padding:2px 0}dt{flex:0 0 8rem;color:var(--muted);overflow-wrap:anywhere}dd{margin:0;min-width:0;overflow-wrap:anywhere}
footer{margin-top:24px}
@media (max-width:48rem){body{padding:16px}main{grid-auto-flow:row;grid-auto-columns:auto;overflow:visible}}
@media print{main{grid-auto-flow:row;grid-auto-columns:auto}}
`;
