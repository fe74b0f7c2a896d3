// Panels over the page (sidebar drawer, source panel). An open modal layer makes the rest of the page inert;
// Escape closes the topmost layer; focus goes back to where it was.
const open = [];

function outside(element) {
  const others = [];
  for (let node = element; node && node !== document.body; node = node.parentElement) {
    for (const sibling of node.parentElement?.children ?? []) {
      if (sibling !== node && !sibling.inert && !['SCRIPT', 'STYLE', 'DIALOG'].includes(sibling.tagName) && !sibling.matches('.sidebar-scrim, .tooltip, [aria-live]')) {
        others.push(sibling);
      }
    }
  }

  return others;
}

/** Shows an element as a layer. closed() is called when the user dismisses it. */
export function openLayer(element, { modal, focus, closed }) {
  if (!element || open.some(layer => layer.element === element)) {
    return;
  }

  const layer = { element, closed, from: document.activeElement, inert: [] };
  element.dataset.open = '';
  if (modal) {
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-modal', 'true');
    layer.inert = outside(element);
    layer.inert.forEach(other => { other.inert = true; });
  }

  open.push(layer);
  const first = focus ?? element.querySelector('a, button, input, textarea');
  requestAnimationFrame(() => first?.focus({ preventScroll: true }));
}

/** Hides a layer and gives the focus back. */
export function closeLayer(element) {
  // A page that was left takes its panel with it.
  const index = open.findIndex(layer => layer.element === element || !layer.element.isConnected);
  if (index < 0) {
    return;
  }

  const [layer] = open.splice(index, 1);
  const hadFocus = !document.activeElement || document.activeElement === document.body || layer.element.contains(document.activeElement);
  delete layer.element.dataset.open;
  layer.element.removeAttribute('role');
  layer.element.removeAttribute('aria-modal');
  document.querySelectorAll('.cite[data-current]').forEach(chip => chip.removeAttribute('data-current'));
  layer.inert.forEach(other => { other.inert = false; });
  if (hadFocus) {
    (layer.from?.isConnected ? layer.from : document.getElementById('question') ?? document.getElementById('main'))?.focus({ preventScroll: true });
  }
}

document.addEventListener('keydown', event => {
  const layer = open.at(-1);
  if (event.key === 'Escape' && layer && !event.defaultPrevented && !document.querySelector('dialog:modal, .popover:popover-open')) {
    event.preventDefault();
    if (layer.closed) {
      layer.closed();
    } else {
      closeLayer(layer.element);
    }
  }
});
