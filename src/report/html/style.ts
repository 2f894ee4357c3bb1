// How the page looks: light and dark, wide and narrow, on screen and on paper. A constant, since the page allows only this text by its hash.

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #1d1f24; --soft: #5c6270; --line: #e3e1dc;
  --bar: #3d6fb4; --track: #ebe9e4; --range: #cfe0d2;
  --error: #b3261e; --warning: #8a5a00; --info: #2b5fa8; --good: #1f7a45; --code: #8f3f71;
  --error-wash: #fbe9e7; --good-wash: #e6f4ea; --warning-wash: #fdf1da;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171b; --card: #1c1f25; --ink: #e8e9ec; --soft: #a3a9b5; --line: #31353d;
    --bar: #7aa7e8; --track: #2a2e36; --range: #2c4636;
    --error: #ff8a80; --warning: #f2c063; --info: #8ab8ff; --good: #7ad69b; --code: #e79ac4;
    --error-wash: #3a2220; --good-wash: #1d3326; --warning-wash: #382c16;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.05rem; font-weight: 600; color: var(--soft); margin: 0; }
h2 { font-size: 1.3rem; margin: 0 0 .75rem; letter-spacing: -.01em; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
.verdict { font-size: 1.75rem; line-height: 1.25; font-weight: 700; letter-spacing: -.02em; margin: .4rem 0 1.25rem; max-width: 48rem; }
.verdict.fail { color: var(--error); } .verdict.pass { color: var(--good); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 0 0 1.5rem; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .7rem .9rem; }
.tiles dt { color: var(--soft); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.3rem; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.tiles small { display: block; font-size: .8rem; font-weight: 400; color: var(--soft); }
nav { border-bottom: 1px solid var(--line); padding-bottom: .75rem; }
nav a { color: var(--info); margin-right: .8rem; text-decoration: none; white-space: nowrap; display: inline-block; }
nav a:hover, nav a:focus { text-decoration: underline; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.4rem; margin: 1.25rem 0; }
.lead { margin: 0 0 .75rem; }
.badge { display: inline-block; border-radius: 99px; padding: .05em .7em; font-size: .9em; white-space: nowrap; font-weight: 600; border: 1px solid currentColor; }
.badge.too-few { color: var(--warning); background: var(--warning-wash); }
.badge.enough, .badge.ample { color: var(--good); background: var(--good-wash); }
table { border-collapse: collapse; margin: .75rem 0; font-variant-numeric: tabular-nums; max-width: 100%; }
.scroll { overflow-x: auto; }
caption { text-align: left; color: var(--soft); font-size: .88rem; padding-bottom: .25rem; }
th, td { text-align: left; padding: .28rem .9rem .28rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
tbody th { overflow-wrap: anywhere; min-width: 6rem; }
thead th { color: var(--soft); font-size: .85rem; }
.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.wide { min-width: 6rem; width: 16rem; }
svg { display: block; width: 100%; }
.chart { max-width: 45rem; margin: 1rem 0 .25rem; }
.row-bar { height: .7rem; margin-top: .42rem; border-radius: 3px; }
.range-bar { height: 1rem; border-radius: 4px; margin-bottom: .75rem; }
.bar, .enough, .ample { fill: var(--bar); } .track { fill: var(--track); } .range { fill: var(--range); } rect.too-few { fill: var(--warning); }
.grid { stroke: var(--line); } .limit { stroke: var(--code); stroke-width: 1.5; stroke-dasharray: 5 4; } .tick { fill: var(--soft); font-size: 11px; } .value { fill: var(--ink); font-size: 11px; } .mark { fill: var(--code); font-size: 11px; font-weight: 600; }
.filters { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; margin-bottom: 1rem; }
.filters[hidden] { display: none; }
.filters fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .9rem; }
.filters legend { float: left; padding: 0; margin-right: .6rem; color: var(--soft); }
.filters input[type=search], .filters select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .5rem; max-width: 100%; }
.shown { color: var(--soft); font-size: .9rem; }
.group { border-top: 1px solid var(--line); padding: .55rem 0; }
summary { cursor: pointer; }
.severity.error { color: var(--error); } .severity.warning { color: var(--warning); } .severity.info { color: var(--info); }
.severity .word { font-size: .85rem; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; }
code.rule, code.pointer, .related, .rest { color: var(--soft); }
code.place { color: var(--info); overflow-wrap: anywhere; } code.pointer { overflow-wrap: anywhere; }
.why { color: var(--soft); margin: .5rem 0 .25rem; } .mend { margin: .25rem 0 .5rem; }
.group ol { padding-left: 1.4rem; margin: .5rem 0; } .finding { margin: .3rem 0; }
pre { margin: .25rem 0 .5rem; padding: .4rem .7rem; background: var(--paper); border: 1px solid var(--line); border-left: 3px solid var(--bar); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
i { color: var(--code); font-weight: 600; font-style: normal; }
footer { color: var(--soft); font-size: .88rem; padding-bottom: 3rem; }
:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; }
@media (max-width: 40rem) { .verdict { font-size: 1.35rem; } section { padding: 1rem; } .wide { width: auto; min-width: 3rem; } th, td { padding-right: .6rem; } }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #ccc; --bar: #3d6fb4; --track: #eee; --error: #a00; --warning: #850; --info: #036; --good: #060; --code: #713; --error-wash: #fff; --good-wash: #fff; --warning-wash: #fff; --range: #dde8df; }
  section { border: 0; padding: 0; } nav, .filters, .skip { display: none; } .group, tr, svg { break-inside: avoid; }
}
`;
