/* Quotidia: an answer is kept here until the server says that it has it. Every page works without this file. */
(() => {
  'use strict';
  const { account } = document.body.dataset;
  if (!account || !window.indexedDB) return;
  const find = (what, where = document) => where.querySelector(what);
  const main = find('main'), net = find('#net');

  // 1. The kept answers, oldest first; those of another account go.
  const opened = new Promise((ok, no) => {
    const asked = indexedDB.open('quotidia', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('answers', { keyPath: 'id', autoIncrement: true });
    asked.onsuccess = () => ok(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const store = async (mode, act) => {
    const box = (await opened).transaction('answers', mode, { durability: 'strict' });
    return new Promise((ok, no) => {
      const asked = act(box.objectStore('answers'));
      box.oncomplete = () => ok(asked.result);
      box.onabort = () => no(box.error);
    });
  };
  const put = (e) => store('readwrite', (box) => box.put(e));
  const drop = (e) => store('readwrite', (box) => box.delete(e.id));
  let held = [];
  const look = async () => {
    const all = await store('readonly', (box) => box.getAll());
    held = all.filter((e) => e.account === account);
    for (const e of all) if (e.account !== account) await drop(e);
    try { if (held.length) localStorage.setItem('waiting', '1'); else localStorage.removeItem('waiting'); } catch { /* no storage */ }
    return held;
  };
  let owed = null;
  const tell = (how, link) => {
    if (!net) return;
    if (document.body.hasAttribute('data-pressed')) { owed = [how, link]; return; }
    owed = null;
    net.hidden = !how;
    net.textContent = how ? net.dataset[how].replace('#', [...new Set(held.map((e) => e.n))].join(', ')) : '';
    if (link) { const a = document.createElement('a'); a.href = link; a.textContent = net.dataset.enter; net.append(' ', a); }
  };

  document.addEventListener('released', () => { if (owed) tell(...owed); });

  // 2. Sending: in order, each until it is acknowledged.
  const token = () => (find('[name=csrf_token]') || {}).value || '';
  const send = async (e) => {
    const body = new URLSearchParams(e.fields), stop = new AbortController(), late = setTimeout(() => stop.abort(), 8000);
    body.set('csrf_token', token());
    try {
      const got = await fetch(e.url, { method: 'POST', body, headers: { Accept: 'application/json' }, signal: stop.signal });
      const said = await got.json().catch(() => ({}));
      if (got.status >= 500 || got.status === 429 || got.status === 408) return said.word === 'unsaved' ? said : {};
      return got.status >= 400 && !said.word ? { word: 'conflict' } : said;
    } catch { return {}; } finally { clearTimeout(late); }
  };
  const openly = (e) => { // the server's own page says best what became of it
    const f = document.createElement('form');
    f.method = 'post'; f.action = e.url; f.hidden = true;
    for (const [name, value] of [...e.fields, ['csrf_token', token()]]) {
      const i = document.createElement('input'); i.name = name; i.value = value; f.append(i);
    }
    document.body.append(f); f.submit();
  };
  const form = () => find('form[data-answer]');
  const isHere = (e) => form() && form().dataset.answer === e.place && form().hasAttribute('data-held');
  let busy = null, pause = 500, timer, leaving = false;
  const round = async () => {
    clearTimeout(timer);
    const had = (await look()).length;
    while (held.length) {
      const e = held[0], begun = performance.now(), said = e.shown ? { word: 'conflict' } : await send(e);
      if (said.word === 'saved') {
        await drop(e); await look(); pause = 500; sessionStorage.removeItem('read anew');
        if (isHere(e)) { location.assign(said.goes_on); return; }
      } else if (said.word === 'conflict' || said.word === 'unreadable') {
        await put({ ...e, shown: true }); forget(e); leaving = true; openly(e); return;
      } else if (said.word === 'stale' && !sessionStorage.getItem('read anew')) {
        sessionStorage.setItem('read anew', '1'); leaving = true; location.reload(); return;
      } else {
        if (said.word === 'sign-in') tell('signin', said.goes_on); else tell(said.word === 'unsaved' ? 'unsaved' : 'waiting');
        timer = setTimeout(flush, Math.max(500, pause - performance.now() + begun)); pause = Math.min(pause * 2, 8000);
        return;
      }
    }
    tell(had ? 'sent' : '');
  };
  const flush = () => (busy = busy || round().finally(() => { busy = null; }));

  // 3. The form of a question: kept first, then sent.
  const lock = (f, on) => {
    f.toggleAttribute('data-held', on);
    f.querySelectorAll('input:not([type=hidden]),select,textarea').forEach((x) => { x.disabled = on; });
  };
  const fill = (f, fields) => {
    const left = fields.map((pair) => [...pair]);
    f.querySelectorAll('[name^=answer]:not(button)').forEach((x) => {
      const at = left.findIndex(([name, value]) => name === x.name && (!/radio|checkbox/.test(x.type) || value === x.value));
      if (/radio|checkbox/.test(x.type)) x.checked = at >= 0; else if (at >= 0) x.value = left.splice(at, 1)[0][1];
    });
  };
  document.addEventListener('submit', async (ev) => {
    const f = ev.target;
    if (f.matches('form[data-hand-in]') && held.length) {
      ev.preventDefault(); await flush();
      if (held.length) { tell('handin'); delete f.dataset.sent; } else f.submit();
    } else if (f.matches('form[data-leave]') && held.length && net) {
      ev.preventDefault();
      if (!f.dataset.warned) { f.dataset.warned = '1'; tell('leave'); return; }
      for (const e of held) await drop(e);
      await look(); sessionStorage.clear(); f.submit();
    } else if (f.matches('form[data-answer]')) {
      if (f.hasAttribute('data-held')) { ev.preventDefault(); flush(); return; }
      const fields = [...new FormData(f)].filter(([name]) => name !== 'csrf_token'), b = ev.submitter;
      if (b && b.name) fields.push([b.name, b.value]);
      if (!fields.some(([name, value]) => name.startsWith('answer') && name !== 'answer-certainty' && value.trim())) {
        if (!navigator.onLine) { ev.preventDefault(); delete f.dataset.sent; tell('empty'); }
        return;
      }
      ev.preventDefault();
      const [attempt, n] = f.dataset.answer.split('/');
      lock(f, true);
      try { await put({ account, attempt, n, place: f.dataset.answer, url: f.action, fields }); } catch { lock(f, false); f.submit(); return; }
      know(n, fields);
      await flush();
      if (held.length && pages && f.isConnected && !leaving) turn(+n + 1) || turn(1);
    }
  });

  // 4. Deferred feedback goes on without the network: the other questions were fetched when there was one.
  const attempt = form() ? form().dataset.answer.split('/')[0] : '';
  let pages = null;
  const memory = () => JSON.parse(sessionStorage.getItem(`given ${attempt}`) || '{}');
  const remember = (all) => sessionStorage.setItem(`given ${attempt}`, JSON.stringify(all));
  const know = (n, fields) => { const all = memory(); all[n] = fields; remember(all); };
  const forget = (e) => { const all = memory(); delete all[e.n]; remember(all); };
  const turn = (n) => {
    if (!pages || !pages[n]) return false;
    const article = find('details.more', main), page = document.createElement('template');
    page.innerHTML = pages[n];
    main.replaceChildren(page.content);
    const f = form(), given = memory()[n];
    main.querySelectorAll('[name=csrf_token]').forEach((x) => { x.value = token(); });
    if (given) { fill(f, given); f.elements.seq.value = +given.find(([name]) => name === 'seq')[1] + 1; }
    if (article) find('.actionbar', f).before(article);
    const label = find('.quizbar__label span');
    label.textContent = label.textContent.replace(/\d+/, n); document.title = document.title.replace(/\d+/, n);
    [...find('.steps').children].forEach((i, at) => { i.className = at + 1 === n ? 'now' : memory()[at + 1] ? 'answered' : i.className === 'now' ? '' : i.className; });
    history.pushState(n, '', f.action);
    const first = find('h1', main); if (first) { first.tabIndex = -1; first.focus(); }
    return true;
  };
  addEventListener('click', (ev) => {
    const a = ev.target instanceof Element && ev.target.closest('a[data-turn],a[data-hand-in]');
    if (!a || (!held.length && (navigator.onLine || !a.dataset.turn))) return;
    if (a.dataset.turn) { if (turn(+a.dataset.turn)) ev.preventDefault(); return; }
    ev.preventDefault();
    flush().then(() => { if (held.length) tell('handin'); else location.assign(a.href); });
  });
  addEventListener('popstate', () => location.reload());
  const fetchAhead = async (url) => {
    const key = `ahead ${attempt}`;
    let text = sessionStorage.getItem(key);
    if (!text) {
      const got = await fetch(url).catch(() => null);
      text = got && got.ok && !got.redirected ? await got.text() : '';
      if (text) try { sessionStorage.setItem(key, text); } catch { /* full: only this page goes on */ }
    }
    if (text) pages = JSON.parse(text);
  };

  // 5. On arrival: what the server has shown is done with, what waits is sent.
  (async () => {
    const told = find('[data-told]');
    for (const e of await look()) if (told && e.shown && e.place === told.dataset.told) await drop(e);
    await look();
    const f = form(), waits = f && held.filter((e) => e.place === f.dataset.answer).pop();
    if (waits) { fill(f, waits.fields); lock(f, true); }
    for (const e of held) if (e.attempt === attempt && !e.shown) know(e.n, e.fields);
    if (held.length) flush();
    if (f && f.dataset.ahead) await fetchAhead(f.dataset.ahead);
  })();
  addEventListener('online', () => { pause = 500; flush(); });
  addEventListener('pageshow', (ev) => { if (ev.persisted && form()) location.reload(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && held.length) flush(); });
})();
