/* The bench. Words selected in one sentence go into the link that asks a question on them; lines that become cards
   leave the one that was gone to in view; and optional shortcuts, off until switched on, never while something is
   typed. */
(() => {
  'use strict';
  const ask = document.getElementById('ask');
  document.addEventListener('selectionchange', () => {
    const chosen = getSelection(), words = chosen.toString().trim();
    const at = chosen.anchorNode && chosen.anchorNode.parentElement.closest('.s[id]');
    if (!ask || !words || !at || !at.contains(chosen.focusNode)) return;
    const url = new URL(ask.href);
    url.search = new URLSearchParams({ sentence: at.id.slice(1), phrase: words.replace(/\s+/g, ' ') });
    ask.href = url.href;
  });
  let sought = '';
  document.addEventListener('htmx:before:swap', (e) => {
    const lines = e.target.closest('.lines');
    const line = lines && (lines.querySelector('.line:focus-within') || lines.querySelector('.line:target'));
    if (line) sought = line.id;
  });
  document.addEventListener('htmx:after:swap', () => {
    const card = sought && document.getElementById(sought);
    if (!card || card.matches('.line')) return;
    sought = '';
    const show = () => card.scrollIntoView({ block: 'start' });
    show();
    requestAnimationFrame(() => requestAnimationFrame(show));
  });
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
