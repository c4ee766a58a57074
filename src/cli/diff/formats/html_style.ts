/** The style of the page: light or dark, as the reader's system, and readable in print. */

export const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --dim: #57606a; --plus: #dafbe1; --minus: #ffebe9; --head: #ddf4ff;
  --risk: #a40e26; --riskBack: #ffebe9; --note: #eaeef2; --added: #1a7f37; --removed: #cf222e; --changed: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --line: #30363d; --dim: #8d96a0; --plus: #12361f; --minus: #4b1113; --head: #10233a;
  --risk: #ffa198; --riskBack: #4b1113; --note: #21262d; --added: #3fb950; --removed: #f85149; --changed: #d29922; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
header p { margin: .25rem 0; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.1rem; margin: 2rem 0 .75rem; overflow-wrap: anywhere; }
small, .cause { color: var(--dim); font-weight: normal; font-size: .85rem; }
details { border: 1px solid var(--line); border-left: 4px solid var(--changed); border-radius: 6px; margin: .5rem 0; }
details.added { border-left-color: var(--added); }
details.removed { border-left-color: var(--removed); }
summary { cursor: pointer; padding: .4rem .75rem; overflow-wrap: anywhere; }
.sign { font-family: ui-monospace, monospace; font-weight: bold; }
.badge, .note { background: var(--note); border-radius: 1rem; display: inline-block; font-size: .8rem; padding: 0 .6rem; }
.badge.risk { background: var(--riskBack); color: var(--risk); font-weight: 600; }
.fails { background: var(--riskBack); border-radius: 6px; padding: .4rem .75rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; font: 13px/1.5 ui-monospace, monospace; width: 100%; }
td { border-top: 1px solid var(--line); overflow-wrap: anywhere; padding: .2rem .75rem; vertical-align: top; }
td:first-child { width: 40%; }
td.cause { width: 28%; }
pre { border-top: 1px solid var(--line); font: 13px/1.45 ui-monospace, monospace; margin: 0; overflow-x: auto; padding: .4rem 0; white-space: pre; }
pre:empty { display: none; }
pre, pre span { padding-left: .6rem; }
pre span { display: block; margin-left: -.6rem; }
pre .plus { background: var(--plus); }
pre .minus { background: var(--minus); }
pre .head { background: var(--head); color: var(--dim); }
`;
