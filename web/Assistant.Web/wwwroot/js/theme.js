// Runs before the first paint, so that no page shows in the wrong theme. Theme and dismissed hints are kept per browser.
(() => {
  const root = document.documentElement;

  const read = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is switched off: the system's theme applies.
    }
  };

  const write = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      return; // Storage is switched off: the choice lasts for this page.
    }
  };

  const current = () => root.dataset.theme ?? 'system';

  const mark = () => {
    for (const button of document.querySelectorAll('[data-set-theme]')) {
      button.setAttribute('aria-pressed', String(button.dataset.setTheme === current()));
    }
  };

  const apply = () => {
    const theme = read('theme');
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }

    root.dataset.dismissed = read('dismissed') ?? '';
    mark();
  };

  const dismiss = name => {
    root.dataset.dismissed = `${root.dataset.dismissed} ${name}`.trim();
    write('dismissed', root.dataset.dismissed);
  };

  apply();
  window.addEventListener('storage', apply);
  document.addEventListener('pagechanged', apply);
  document.addEventListener('toggle', mark, true);
  document.addEventListener('DOMContentLoaded', mark);
  document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-set-theme]');
    if (choice) {
      write('theme', choice.dataset.setTheme);
      root.dataset.theme = choice.dataset.setTheme;
      if (choice.dataset.setTheme === 'system') {
        delete root.dataset.theme;
      }

      mark();
    }

    const hint = event.target.closest?.('[data-dismiss]');
    if (hint) {
      dismiss(hint.dataset.dismiss);
    }
  });
})();
