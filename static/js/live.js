/* The class at work: says so when the page could not be refreshed, and takes it back when it is again. */
(() => {
  'use strict';
  const stale = document.getElementById('stale');
  const say = (words) => { if (stale.textContent !== words) stale.textContent = words; };
  ['htmx:error', 'htmx:response:error'].forEach((name) => document.addEventListener(name, () => say(stale.dataset.words)));
  document.addEventListener('htmx:after:request', (e) => { if (e.detail.ctx.response.status < 400) say(''); });
})();
