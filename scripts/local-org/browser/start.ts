import { createElement } from 'lwc';
import ShellApp from 'shell/app';
import { internationalization } from './platform';

/** Puts the shell on the page. */
export function showShell(): void {
  document.documentElement.lang = String(internationalization('lang'));
  document.body.append(createElement('shell-app', { is: ShellApp }));
}
