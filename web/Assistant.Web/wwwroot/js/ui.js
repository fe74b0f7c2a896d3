// Behaviour that needs no server: popovers next to their button, tooltips, the sidebar drawer, copying, the skip link.
import { openLayer, closeLayer } from './layers.js';

const gap = 6;

function place(box, anchor, preferAbove) {
  const a = anchor.getBoundingClientRect();
  const b = box.getBoundingClientRect();
  const below = innerHeight - a.bottom - gap;
  const above = a.top - gap;
  const up = preferAbove ? above >= b.height || above > below : below < b.height && above > below;
  const left = Math.min(Math.max(a.left, 8), innerWidth - b.width - 8);
  box.style.left = `${Math.max(left, 8)}px`;
  box.style.top = `${up ? Math.max(8, a.top - gap - b.height) : a.bottom + gap}px`;
}

document.addEventListener('toggle', event => {
  const box = event.target;
  if (event.newState === 'open' && box.classList?.contains('popover')) {
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(box.id)}"]`);
    if (anchor) {
      box.style.minWidth = `${Math.min(anchor.getBoundingClientRect().width, 320)}px`;
      place(box, anchor, box.dataset.side === 'top');
    }
  }
}, true);

// One tooltip for every [data-tip]; the element's accessible name says the same.
const tooltip = document.createElement('div');
tooltip.className = 'tooltip';
tooltip.popover = 'manual';
tooltip.setAttribute('aria-hidden', 'true');
let tipped = null;

function showTip(element) {
  if (tipped === element) {
    return;
  }

  hideTip();
  if (!tooltip.isConnected) {
    document.body.append(tooltip);
  }

  tipped = element;
  tooltip.textContent = element.dataset.tip;
  tooltip.showPopover();
  place(tooltip, element, true);
}

function hideTip() {
  if (tipped) {
    tipped = null;
    tooltip.hidePopover();
  }
}

document.addEventListener('pointerover', event => {
  const element = event.pointerType === 'touch' ? null : event.target.closest('[data-tip]');
  return element ? showTip(element) : hideTip();
});
document.addEventListener('focusin', event => {
  const element = event.target.closest('[data-tip]');
  return element?.matches(':focus-visible') ? showTip(element) : hideTip();
});
document.addEventListener('scroll', hideTip, true);
document.addEventListener('keydown', event => event.key === 'Escape' && hideTip());

const sidebar = () => document.getElementById('sidebar');

async function copy(text) {
  if (navigator.clipboard && isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }

  // Plain http on an internal network has no clipboard API.
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

function textOf(element) {
  const clone = element.cloneNode(true);
  clone.querySelectorAll('[data-cite]').forEach(chip => chip.replaceWith(` [${chip.dataset.cite}]`));
  // Only an attached element has line breaks in its innerText.
  clone.className = 'visually-hidden';
  document.body.append(clone);
  const text = clone.innerText.trim();
  clone.remove();
  return text;
}

document.addEventListener('click', event => {
  const target = event.target.closest?.('[data-copy], [data-open-sidebar], [data-close-sidebar], .skip-link, #sidebar a');
  hideTip();
  if (!target) {
    return;
  }

  if (target.matches('.skip-link')) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  } else if (target.dataset.copy) {
    copy(textOf(document.getElementById(target.dataset.copy))).then(() => {
      target.dataset.done = '';
      document.dispatchEvent(new CustomEvent('announce', { detail: 'Copied' }));
      setTimeout(() => delete target.dataset.done, 1600);
    });
  } else if (target.matches('[data-open-sidebar]')) {
    openLayer(sidebar(), { modal: true });
  } else {
    closeLayer(sidebar());
  }
});

document.addEventListener('announce', event => {
  const region = document.getElementById('announcer');
  if (region) {
    region.textContent = event.detail;
  }
});

addEventListener('resize', () => {
  if (innerWidth >= 960) {
    closeLayer(sidebar());
  }
});
