// The dialog that Blazor drives while the connection is lost. Answers are made on the server and are there on return.
const dialog = document.getElementById('components-reconnect-modal');

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    const connected = await Blazor.reconnect();
    if (!connected && !(await Blazor.resumeCircuit())) {
      location.reload();
      return;
    }

    dialog.close();
  } catch {
    document.addEventListener('visibilitychange', retryWhenVisible);
  }
}

function retryWhenVisible() {
  if (document.visibilityState === 'visible') {
    retry();
  }
}

dialog?.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show':
      dialog.showModal();
      break;
    case 'hide':
      dialog.close();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', retryWhenVisible);
      break;
    case 'rejected':
      location.reload();
      break;
  }
});

dialog?.addEventListener('click', event => {
  if (event.target.closest('[data-retry]')) {
    retry();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest?.('#blazor-error-ui [data-reload]')) {
    location.reload();
  }
});
