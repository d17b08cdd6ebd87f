/**
 * Starts the shell. The session comes first: components read labels and locale as soon as their modules are loaded.
 */
import { loadSession } from './platform';

async function start(): Promise<void> {
  try {
    await loadSession();
    const { showShell } = await import('./start');
    showShell();
  } catch (error) {
    showFailure(error as Error);
  }
}

/** Without a session there are no labels either: this one sentence stands alone. */
function showFailure(error: Error): void {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.className = 'slds-p-around_large';
  message.textContent = `${error.message} Is it still running? Reload this page when it is.`;
  document.body.replaceChildren(message);
  console.error(error);
}

void start();
