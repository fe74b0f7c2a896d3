// The composer. The text of a question stays in the browser until it is sent: typing needs no server.
const coarse = matchMedia('(pointer: coarse)');
const mostSent = 200_000;

const draftKey = () => `draft:${location.pathname}`;

function remember(text) {
  try {
    if (text) {
      sessionStorage.setItem(draftKey(), text);
    } else {
      sessionStorage.removeItem(draftKey());
    }
  } catch {
    return; // Storage is full or switched off: the draft lives in the page alone.
  }
}

function recall() {
  try {
    return sessionStorage.getItem(draftKey()) ?? '';
  } catch {
    return '';
  }
}

function update(form) {
  const box = form.querySelector('textarea');
  const counter = form.querySelector('[data-counter]');
  const limit = Number(form.dataset.limit);
  const length = box.value.trim().length;
  counter.textContent = length > limit * 0.8 ? `${length.toLocaleString('en')} / ${limit.toLocaleString('en')}` : '';
  counter.classList.toggle('over', length > limit);
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight * 0.35)}px`;
}

function send(form) {
  if (!('busy' in form.dataset)) {
    // Far more than any limit: the server refuses it with a message, and the text stays here.
    const text = form.querySelector('textarea').value.slice(0, mostSent);
    form.dispatchEvent(new CustomEvent('ask', { bubbles: true, detail: { text } }));
  }
}

/** Wires the composer once. form[data-limit] is the most characters a question may have; form[data-busy] blocks sending. */
export function attachComposer(form) {
  const box = form.querySelector('textarea');
  box.addEventListener('input', () => {
    update(form);
    remember(box.value);
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !coarse.matches) {
      event.preventDefault();
      send(form);
    }
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(form);
  });
}

export function clearComposer(form) {
  if (form) {
    remember('');
    form.querySelector('textarea').value = '';
    update(form);
  }
}

export function enter(form) {
  if (form) {
    const box = form.querySelector('textarea');
    // What was typed before the page was ready stays.
    if (form.entered || !box.value) {
      box.value = recall();
    }

    form.entered = true;
    update(form);
    // A touch keyboard that opens by itself covers half the page.
    if (!coarse.matches) {
      box.focus({ preventScroll: true });
    }
  }
}
