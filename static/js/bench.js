/* The bench: optional shortcuts. Off until switched on; never while something is typed. */
(() => {
  'use strict';
  const keys = document.querySelector('[data-shortcuts=on]');
  if (!keys) return;
  const cards = () => [...document.querySelectorAll('.draft')];
  const here = () => document.activeElement.closest('.draft');
  const go = (step) => {
    const all = cards(), at = all.indexOf(here());
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
    if (next) { next.querySelector('h3').focus(); next.scrollIntoView({ block: 'start' }); }
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select')) return;
    if (e.key === 'j' || e.key === 'k') { go(e.key === 'j' ? 1 : -1); e.preventDefault(); return; }
    const button = here() && here().querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    if (button) { button.click(); e.preventDefault(); }
  });
})();
