// Keeps the open day up to date. The page is whole without this.
const main = () => document.querySelector('main');
const bar = document.querySelector('.live');
let source = null;
let lastId = null;
let fetched = null;

function connect() {
  if (source || document.hidden || main()?.dataset.open !== 'yes') return;
  const { edition, offset } = main().dataset;
  const after = lastId ?? (Number(offset) >= 0 ? offset : '');
  source = new EventSource(`/events?edition=${encodeURIComponent(edition)}&lastEventId=${after}`);
  source.addEventListener('edition', changed);
  source.addEventListener('withdrawn', changed);
  source.onopen = () => dot(true);
  source.onerror = () => {
    dot(false);
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(connect, 10000);
    }
  };
}

// Browsers allow six connections a host: a page nobody looks at gives its own back.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) return connect();
  source?.close();
  source = null;
});

function dot(live) {
  const shown = document.querySelector('.dot');
  shown?.classList.toggle('waiting', !live);
  if (shown) shown.title = live ? 'Live' : 'Live updates interrupted, trying again';
}

async function changed(event) {
  if (event.lastEventId) lastId = event.lastEventId;
  const edition = JSON.parse(event.data);
  const day = main().dataset.day;
  if (edition.day > day) {
    if (edition.insights?.length) offer('A new day has begun – show', () => { location.href = `/d/${edition.day}`; });
    return;
  }
  if (edition.day !== day) return;
  const answer = await fetch(location.pathname, { cache: 'no-cache' });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const news = page.querySelector('main');
  if (!news || news.dataset.stamp === main().dataset.stamp) return;
  fetched = news;
  if (!reading()) return show();
  const moved = ranking(news) !== ranking(main());
  if (!moved) swapHead(news);
  offer(moved ? 'Ranking changed – show' : 'New reports – show', show);
}

const ranking = (of) => [...of.querySelectorAll('article h2')].map((claim) => claim.textContent).join('\n');

function swapHead(news) {
  const [now, next] = [main(), news].map((of) => of.querySelector('header.day'));
  if (now && next && !now.matches(':hover')) now.replaceWith(next.cloneNode(true));
}

// Nothing moves under the pointer, the focus, a selection, or what somebody opened or scrolled to.
function reading() {
  const at = document.activeElement;
  return (main().contains(at) && at !== main())
    || main().querySelector('article:hover, details[open]') !== null
    || !document.getSelection().isCollapsed
    || window.scrollY > 80;
}

function show() {
  if (!fetched) return;
  const open = [...main().querySelectorAll('details[open]')].map((one) => one.id);
  const top = [...main().querySelectorAll('article')].find((card) => card.getBoundingClientRect().bottom > 0);
  const before = top?.getBoundingClientRect().top;
  const focused = main().contains(document.activeElement) ? document.activeElement.id : '';
  main().replaceWith(document.adoptNode(fetched));
  fetched = null;
  open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
  const same = top && document.getElementById(top.id);
  if (same && window.scrollY > 80) window.scrollBy({ top: same.getBoundingClientRect().top - before, behavior: 'instant' });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  bar.hidden = true;
  bar.replaceChildren();
  dot(source?.readyState === EventSource.OPEN);
  if (main().dataset.open !== 'yes') { source?.close(); source = null; }
}

function offer(words, action) {
  if (bar.firstChild?.textContent === words) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', action);
  bar.replaceChildren(button);
  bar.hidden = false;
}

// j and k go from card to card; focus moves along, so that a screen reader follows.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select')) return;
  const cards = [...document.querySelectorAll('article')];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const to = { j: Math.min(at + 1, cards.length - 1), k: Math.max(at - 1, 0) }[event.key];
  if (to === undefined || cards.length === 0) return;
  cards[to].focus();
  cards[to].scrollIntoView({ block: 'start' });
});

connect();
