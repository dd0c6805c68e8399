/** The look of the pages people see: one column of reading, both colour schemes, nothing loaded. */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#f6f3ee;--sheet:#fffdfa;--ink:#22201c;--soft:#645e55;--line:#d9d2c7;--field:#fff;--edge:#8d8578;--accent:#1c5b4a;--on-accent:#fff;--glow:#e9b44c;--wrong:#a3261c;--wrong-ground:#fbecea}
@media (prefers-color-scheme:dark){:root{--ground:#161513;--sheet:#1f1d1a;--ink:#f0ebe2;--soft:#b0a798;--line:#37332d;--field:#171613;--edge:#7d7568;--accent:#8fd0ba;--on-accent:#10231d;--glow:#e9b44c;--wrong:#ffa79c;--wrong-ground:#38201d}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:radial-gradient(46rem 22rem at 50% -6rem,color-mix(in srgb,var(--glow) 20%,transparent),transparent) no-repeat var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;padding:clamp(1.5rem,6vh,4.5rem) 1.25rem 3rem}
header,main{max-width:36rem;margin:0 auto}
header .company{margin:0 0 1.25rem .25rem;font-weight:600;letter-spacing:.01em;color:var(--soft);display:flex;align-items:center;gap:.625rem}
.company::before{flex:none;content:"";width:.7rem;height:.7rem;border-radius:50%;background:var(--glow);box-shadow:0 0 0 .25rem color-mix(in srgb,var(--glow) 25%,transparent)}
main{background:var(--sheet);border:1px solid var(--line);border-radius:1rem;padding:clamp(1.5rem,5vw,2.75rem);box-shadow:0 1px 2px rgb(0 0 0/.04),0 1rem 2.5rem -1.5rem rgb(60 45 10/.18)}
h1{margin:0 0 .75rem;font:600 clamp(1.6rem,1.25rem + 1.8vw,2.15rem)/1.2 "Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;letter-spacing:-.01em;text-wrap:balance}
p{margin:0 0 1rem}
main p:last-child{margin-bottom:0}
.lead{color:var(--soft)}
.address{color:var(--ink);font-weight:600;overflow-wrap:anywhere}
.said{margin:0 0 1rem;padding:.875rem 1.125rem;border-left:4px solid var(--glow);border-radius:.375rem;background:var(--ground);overflow-wrap:anywhere}
.mark{display:block;width:2.75rem;height:2.75rem;margin:0 0 1.25rem;color:var(--accent)}
form{margin-top:1.75rem;display:grid;gap:1.25rem}
label,legend,.label{display:block;font-weight:600;margin-bottom:.375rem}
::placeholder{color:var(--soft);opacity:1}
.optional{font-weight:400;color:var(--soft)}
input:not([type=checkbox],[type=radio]),select,textarea{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--edge);border-radius:.5rem;padding:.625rem .75rem;min-height:2.875rem}
select{appearance:none;padding-right:2.5rem;background-image:linear-gradient(45deg,transparent 50%,var(--soft) 50%),linear-gradient(135deg,var(--soft) 50%,transparent 50%);background-position:right 1.2rem center,right .85rem center;background-size:.36rem .36rem;background-repeat:no-repeat}
textarea{min-height:8rem;resize:vertical}
.box{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:start}
.box label{font-weight:400;margin:0;line-height:1.5}
input:is([type=checkbox],[type=radio]){width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button{font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:.5rem;padding:.75rem 1.5rem;min-height:3rem;cursor:pointer;justify-self:start}
button:hover{filter:brightness(1.08)}
button:active{transform:translateY(1px)}
fieldset{margin:0;padding:0;border:0;min-width:0}
fieldset .box{margin:.5rem 0 0}
legend{padding:0}
.help{margin:0 0 .375rem;color:var(--soft);font-size:.9688rem}
.error{margin:.4rem 0 0;color:var(--wrong);font-size:.9688rem}
.invalid input:not([type=checkbox],[type=radio]),.invalid select,.invalid textarea{border-color:var(--wrong);border-width:2px}
.summary{background:var(--wrong-ground);border-left:4px solid var(--wrong);border-radius:.375rem;padding:.75rem 1rem;margin:1.25rem 0 0}
.summary a{color:inherit}
.summary p{margin:0;font-weight:600}
.summary ul{margin:.25rem 0 0;padding-left:1.25rem}
.languages{margin:1.5rem 0 0;padding-top:1.25rem;border-top:1px solid var(--line);font-size:.9375rem;color:var(--soft)}
.languages a{color:inherit}
a{color:var(--accent)}
.aside{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden}
@media (max-width:30rem){body{padding-inline:.75rem}button{justify-self:stretch;width:100%}}
@media (forced-colors:active){main,button{border:1px solid}select{appearance:auto}}
@media print{body{background:none}}
`;
