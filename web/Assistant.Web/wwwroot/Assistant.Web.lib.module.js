// Loaded by Blazor because of its name. Custom events carry what a click on rendered Markdown, or the composer, means.
export function afterWebStarted(blazor) {
  blazor.registerCustomEventType('citation', { createEventArgs: event => event.detail });
  blazor.registerCustomEventType('ask', { createEventArgs: event => event.detail });

  document.addEventListener('click', event => {
    const chip = event.target.closest?.('[data-cite]');
    if (chip) {
      chip.dispatchEvent(new CustomEvent('citation', { bubbles: true, detail: { number: Number(chip.dataset.cite) } }));
    }
  });
}
