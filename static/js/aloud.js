/* Quotidia: reading aloud, by the voices of this device alone. Every page works without this file. */
(() => {
  'use strict';
  const speech = window.speechSynthesis;
  if (!speech) return;
  const PARTS = {
    ask: 'form[data-answer] :is(.q__text,.choice__text,.cloze,.sort>legend,.sort>label,.sort>span,.sort:first-child .pill,.sort--two:first-child option:not([value=""]))',
    told: '.ans__c .q__q,.ans__c .choice__text,.verdict__why',
    proof: '.proof__text mark',
    article: '.art h1,.art p:not(.kicker,.tiny,.small)',
  };
  // Only a voice that speaks without the network, in the language of the text; where there is none, no button.
  const voiceOf = (lang) => speech.getVoices().find((v) => v.localService === true && v.lang.slice(0, 2).toLowerCase() === lang);
  const offer = () => document.querySelectorAll('[data-aloud]').forEach((b) => { b.parentElement.hidden = !voiceOf(b.dataset.lang); });
  const words = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('[aria-hidden],.vh').forEach((x) => x.remove());
    copy.querySelectorAll('input,select').forEach((x) => x.replaceWith(' … '));
    return copy.textContent.trim();
  };
  let on = null;
  const stop = () => {
    speech.cancel();
    if (on) on.textContent = on.dataset.play;
    on = null;
  };
  const play = (b) => {
    const voice = voiceOf(b.dataset.lang), texts = [...document.querySelectorAll(PARTS[b.dataset.aloud])].map(words).filter(Boolean);
    on = b;
    b.textContent = b.dataset.stop;
    texts.forEach((text, at) => {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice;
      said.lang = voice.lang;
      said.onerror = () => { if (on === b) stop(); };
      if (at + 1 === texts.length) said.onend = said.onerror;
      speech.speak(said);
    });
  };
  document.addEventListener('click', (ev) => {
    const b = ev.target instanceof Element && ev.target.closest('[data-aloud]'), was = on;
    if (!b) return;
    stop();
    if (b !== was) play(b);
  });
  addEventListener('pagehide', stop);
  if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
  new MutationObserver(() => { if (on && !on.isConnected) stop(); offer(); }).observe(document.querySelector('main'), { childList: true });
  offer();
})();
