// What components of every page ask of the browser; called by Shared/Browser.cs.
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function showDialog(dialog) {
  if (dialog && !dialog.open) {
    dialog.showModal();
  }
}

export function closeDialog(dialog) {
  dialog?.close();
}

export function focusById(id) {
  document.getElementById(id)?.focus({ preventScroll: true });
}

/** Selects the text of an input that was just shown. */
export function selectAll(input) {
  input?.focus();
  input?.select();
}
