/**
 * What the chart's own style sheet must say for it to stand where it should, from https://github.com/leeoniya/uPlot/blob/1.6.32/src/uPlot.css (MIT).
 * It comes with the chart: a style sheet that is imported would weigh on every page.
 */
export const zoomStyle = `
.uplot { width: min-content; }
.u-wrap { position: relative; user-select: none; }
.u-over, .u-under, .u-axis, .u-select, .u-cursor-x, .u-cursor-y, .u-cursor-pt { position: absolute; }
.u-under { overflow: hidden; }
.uplot canvas { display: block; position: relative; width: 100%; height: 100%; }
.u-legend { margin: 0; text-align: left; }
.u-legend th, .u-legend td { padding: 0.15rem 0.5rem 0.15rem 0; }
.u-inline.u-live th::after { content: ':'; }
.u-inline { display: block; }
.u-inline * { display: inline-block; }
.u-inline tr { margin-right: 1rem; }
.u-select { background: color-mix(in oklab, var(--ink) 10%, transparent); pointer-events: none; }
.u-cursor-x, .u-cursor-y { left: 0; top: 0; pointer-events: none; }
.u-hz .u-cursor-x { height: 100%; border-right: 1px dashed var(--ink-soft); }
.u-hz .u-cursor-y { width: 100%; border-bottom: 1px dashed var(--ink-soft); }
.u-cursor-pt { top: 0; left: 0; border-radius: 50%; pointer-events: none; background-clip: padding-box !important; }
.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off { display: none; }
`;
