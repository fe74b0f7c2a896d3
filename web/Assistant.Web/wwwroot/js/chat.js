// The chat page: composer, following the newest text, source panel; called by Chat/ChatBrowser.cs.
import { attachComposer } from './composer.js';
import { openLayer } from './layers.js';

export { clearComposer, enter } from './composer.js';
export { closeLayer as closePanel } from './layers.js';

const nearEnd = 80;

export function attach(thread, composer) {
  if (composer && thread) {
    attachComposer(composer);
    attachThread(thread);
  }
}

/** Keeps the newest text in view while the reader is at the end of the thread. */
function attachThread(thread) {
  const scroller = thread.closest('.chat-scroll');
  const column = scroller.parentElement;
  let following = true;
  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
  const hasTurns = () => thread.querySelector('.turn') !== null;
  const mark = () => column.toggleAttribute('data-behind', hasTurns() && !atEnd());
  const follow = () => {
    if (following && hasTurns()) {
      scroller.scrollTop = scroller.scrollHeight;
    }

    mark();
  };

  scroller.addEventListener('scroll', () => {
    following = atEnd();
    mark();
  }, { passive: true });
  const sizes = new ResizeObserver(follow);
  sizes.observe(thread);
  sizes.observe(scroller);
  thread.toEnd = () => {
    following = true;
    follow();
  };
}

export function scrollToEnd(thread) {
  thread?.toEnd?.();
}

/** A column on a wide page, a modal sheet on a narrow one. */
export function openPanel(panel) {
  if (panel) {
    openLayer(panel, {
      modal: matchMedia('(width < 60rem)').matches,
      focus: panel.querySelector('h2'),
      closed: () => panel.querySelector('[data-close-panel]')?.click(),
    });
  }
}

export function revealPassage(panel, messageId, number) {
  document.querySelectorAll('.cite[data-current]').forEach(chip => chip.removeAttribute('data-current'));
  document.getElementById(messageId)?.querySelectorAll(`.cite[data-cite="${number}"]`).forEach(chip => chip.setAttribute('data-current', ''));
  (panel?.querySelector('mark:not(.passage)') ?? panel?.querySelector('mark'))?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
