// Loaded by Blazor because of its name. Custom events carry what a click on rendered Markdown, or the composer, means.
export function afterWebStarted(blazor) {
  blazor.registerCustomEventType('citation', { createEventArgs: event => event.detail });
  blazor.registerCustomEventType('ask', { createEventArgs: event => event.detail });

  // A page that was loaded into this one has brought its own root element: theme.js sets the theme again.
  blazor.addEventListener('enhancedload', () => document.dispatchEvent(new CustomEvent('pagechanged')));

  document.addEventListener('click', event => {
    const chip = event.target.closest?.('[data-cite]');
    if (chip) {
      chip.dispatchEvent(new CustomEvent('citation', { bubbles: true, detail: { number: Number(chip.dataset.cite) } }));
    }
  });
}
